package bridgebench.reports.findings;

/** What became of a scenario. */
public enum ArmStatus {
  /** At least one fork finished. */
  OK("ok"),
  /** No fork finished and at least one failed. */
  FAILED("failed"),
  /** No fork was run: the run was interrupted before it, or is still going on. */
  SKIPPED("skipped");

  private final String word;

  ArmStatus(String word) {
    this.word = word;
  }

  /** The spelling in {@code run.json}. */
  public String word() {
    return word;
  }
}
