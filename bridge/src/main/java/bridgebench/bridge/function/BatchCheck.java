package bridgebench.bridge.function;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.DoubleColumn;
import bridgebench.bridge.rows.RowWindow;

/**
 * Checks a function that sees the whole batch: the twin is applied to the same rows, and doubles
 * may differ by a share of the largest magnitude among them, since sums are taken in different
 * orders.
 */
final class BatchCheck implements ColumnCheck {

  private static final double SHARE_OF_LARGEST = 1e-12;

  private final RowWindow window;
  private final int column;
  private final FunctionTwin twin;
  private final Column input;
  private final Column result;

  BatchCheck(RowWindow window, int column, FunctionTwin twin) {
    this.window = window;
    this.column = column;
    this.twin = twin;
    this.input = Column.ofType(window.column(column).type());
    this.result = Column.ofType(twin.results().get(column).type());
  }

  @Override
  public void check(Column actual, long firstRow, Failure failure) {
    input.clear();
    window.fill(column, firstRow, actual.rows(), input);
    DoubleColumn expected = (DoubleColumn) twin.apply(column, input, result);
    new Tolerance(SHARE_OF_LARGEST * largestMagnitude(), 0)
        .check((DoubleColumn) actual, 0, expected, 0, actual.rows(), firstRow, failure);
  }

  private double largestMagnitude() {
    double[] values = new double[input.rows()];
    Numbers.copyAsDoubles(input, values);
    double largest = 0;
    for (double value : values) {
      double magnitude = Math.abs(value);
      if (Double.isFinite(magnitude)) {
        largest = Math.max(largest, magnitude);
      }
    }
    return largest;
  }
}
