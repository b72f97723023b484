package bridgebench.bridge.function;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.DoubleColumn;
import bridgebench.bridge.rows.RowWindow;

/** Doubles may differ from the twin's by as much as a {@link Tolerance} allows. */
final class CloseCheck implements ColumnCheck {

  private final RowWindow window;
  private final DoubleColumn expected;
  private final Tolerance tolerance;

  CloseCheck(RowWindow window, DoubleColumn expected, Tolerance tolerance) {
    this.window = window;
    this.expected = expected;
    this.tolerance = tolerance;
  }

  @Override
  public void check(Column actual, long firstRow, Failure failure) {
    int done = 0;
    while (done < actual.rows()) {
      long row = firstRow + done;
      int run = Math.min(actual.rows() - done, window.runLength(row));
      tolerance.check(
          (DoubleColumn) actual, done, expected, window.indexOf(row), run, row, failure);
      done += run;
    }
  }
}
