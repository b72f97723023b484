package bridgebench.reports.findings;

/** What may be said of a comparison. */
public enum Verdict {
  /** The ratio's interval lies above 1 and the ratio is at least the practical threshold. */
  FASTER("faster"),
  /** The ratio's interval lies below 1 and the ratio is at least the practical threshold. */
  SLOWER("slower"),
  /** The forks could have shown a difference of the practical threshold, and did not. */
  NO_DIFFERENCE_SHOWN("no difference shown"),
  /** No difference is shown, and one of the practical threshold would not have been either. */
  CANNOT_TELL("cannot tell"),
  /** An arm has fewer than 2 forks: no conclusion is drawn. */
  TOO_FEW_FORKS("too few forks"),
  /** The arms differ in more than the compared axis, or one failed or has no figure. */
  NOT_COMPARED("not compared");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** Whether the verdict says something of the arms rather than that nothing can be said. */
  public boolean concludes() {
    return this != TOO_FEW_FORKS && this != NOT_COMPARED;
  }

  /** Whether the verdict says that the arms differ. */
  public boolean differs() {
    return this == FASTER || this == SLOWER;
  }
}
