package bridgebench.bridge.function;

import bridgebench.bridge.rows.Column;

/** Judges the values of one result column, batch after batch. */
interface ColumnCheck {

  /**
   * Judges the column of one batch, and throws at the first wrong value.
   *
   * @param actual the values that came
   * @param firstRow the batch's first row in the task
   * @param failure throws for a row
   */
  void check(Column actual, long firstRow, Failure failure);

  /** How a check says that a value is wrong. */
  interface Failure {
    /**
     * @param row the row of the task
     * @param expected the twin's value
     * @param actual the value that came
     */
    WrongResultException at(long row, String expected, String actual);
  }
}
