package bridgebench.scenarios.run;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a run ended. */
public enum RunEnd {
  /** Every planned fork is in the journal, failed ones included. */
  FINISHED("finished"),
  /** The user stopped it; {@code resume} can go on. */
  INTERRUPTED("interrupted");

  private final String word;

  RunEnd(String word) {
    this.word = word;
  }

  /** The type of the journal line, and the value in {@code run.json}. */
  @JsonValue
  public String word() {
    return word;
  }
}
