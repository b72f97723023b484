package bridgebench.bridge.function;

import bridgebench.bridge.BridgeException;

/** A value that came back is not the one that the Java twin computes. */
public final class WrongResultException extends BridgeException {

  private final long row;
  private final String column;

  /**
   * @param scenarioId the scenario that failed
   * @param row the row of the task, from 0
   * @param column the result column's name
   * @param expected the twin's value as text, with the tolerance where there is one
   * @param actual the value that came
   */
  public WrongResultException(
      String scenarioId, long row, String column, String expected, String actual) {
    super(
        Kind.WRONG_RESULT,
        String.format(
            "wrong result in %s: row %,d, column '%s': expected %s, got %s",
            scenarioId, row, column, expected, actual),
        "docs/semantics.md says what each function means for each type in each mode.",
        null);
    this.row = row;
    this.column = column;
  }

  /** The first wrong row of the task, from 0. */
  public long row() {
    return row;
  }

  /** The name of the first wrong column of the batch that holds that row. */
  public String column() {
    return column;
  }
}
