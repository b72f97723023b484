package bridgebench.scenarios.run;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of a scenario. */
public enum ScenarioStatus {
  /** Measured in every fork. */
  OK("ok"),
  /** At least one fork failed; figures, if any, are of the others. */
  FAILED("failed"),
  /** Not measured: the run was interrupted before it. */
  SKIPPED("skipped");

  private final String word;

  ScenarioStatus(String word) {
    this.word = word;
  }

  @JsonValue
  public String word() {
    return word;
  }
}
