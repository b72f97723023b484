package bridgebench.bridge.function;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.DoubleColumn;

/**
 * Each value minus the mean of the batch's non-null values, as a double. A NaN makes the whole
 * batch NaN.
 */
final class SubtractMean implements ColumnTwin {

  @Override
  public Column apply(Column input, Column result) {
    result.reset(input.rows());
    double[] values = ((DoubleColumn) result).values();
    Numbers.copyAsDoubles(input, values);
    double mean = sum(values, input.rows()) / (input.rows() - input.nullCount());
    for (int i = 0; i < input.rows(); i++) {
      values[i] -= mean;
    }
    Nulls.copy(input, result, row -> values[row] = 0);
    return result;
  }

  @Override
  public boolean seesWholeBatch() {
    return true;
  }

  /** Neumaier's compensated sum; null slots hold 0 and do not count. */
  private static double sum(double[] values, int count) {
    double sum = 0;
    double lost = 0;
    for (int i = 0; i < count; i++) {
      double next = sum + values[i];
      lost +=
          Math.abs(sum) >= Math.abs(values[i])
              ? (sum - next) + values[i]
              : (values[i] - next) + sum;
      sum = next;
    }
    // An infinite sum leaves NaN in the correction, which must not spoil it.
    return Double.isFinite(sum) ? sum + lost : sum;
  }
}
