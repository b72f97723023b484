package bridgebench.reports.findings;

/** How a fork's time per operation went over its iterations, warm-up and measurement together. */
public enum WarmupClass {
  /** Level from the first iteration on. */
  FLAT("flat", true),
  /** Slower at first, then level before measuring began. */
  WARMED_UP("warmed up", true),
  /** Faster at first, then level before measuring began. */
  SLOWED_DOWN("slowed down", true),
  /** Still getting faster while it was measured. */
  WARMING("warming", false),
  /** Getting slower while it was measured. */
  SLOWING("slowing", false),
  /** Its level changes during measurement without a direction. */
  NO_STEADY_STATE("no steady state", false),
  /** Too few iterations to say. */
  UNKNOWN("unknown", false);

  private final String words;
  private final boolean steady;

  WarmupClass(String words, boolean steady) {
    this.words = words;
    this.steady = steady;
  }

  public String words() {
    return words;
  }

  /** Whether the measured iterations are at one level. */
  public boolean steady() {
    return steady;
  }
}
