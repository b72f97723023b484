package bridgebench.bridge.function;

import bridgebench.bridge.rows.Column;

/** A built-in function's answer for one column, computed on the JVM. */
interface ColumnTwin {

  /**
   * Applies the function.
   *
   * @param input the values of one batch, or of the whole window for a function that sees one value
   *     at a time
   * @param result a column of the result's type, whose former values are replaced
   * @return {@code result}, or {@code input} itself where nothing changes
   */
  Column apply(Column input, Column result);

  /** Whether a value's result depends on the other values of its batch. */
  default boolean seesWholeBatch() {
    return false;
  }
}
