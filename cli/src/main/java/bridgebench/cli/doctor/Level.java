package bridgebench.cli.doctor;

/** How much a finding matters to a measurement. */
public enum Level {
  /** Nothing to do. */
  OK("ok"),
  /** Results are possible, but noisier or less telling than they could be. */
  WARN("warn"),
  /** No measurement is possible. */
  FAIL("fail");

  private final String word;

  Level(String word) {
    this.word = word;
  }

  /** The spelling in the output and its JSON. */
  public String word() {
    return word;
  }
}
