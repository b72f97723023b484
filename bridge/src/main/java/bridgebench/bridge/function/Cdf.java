package bridgebench.bridge.function;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.DoubleColumn;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution's cumulative probability; the result is a double. */
final class Cdf implements ColumnTwin {

  private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

  @Override
  public Column apply(Column input, Column result) {
    result.reset(input.rows());
    double[] values = ((DoubleColumn) result).values();
    Numbers.copyAsDoubles(input, values);
    for (int i = 0; i < input.rows(); i++) {
      values[i] = STANDARD_NORMAL.cumulativeProbability(values[i]);
    }
    Nulls.copy(input, result, row -> values[row] = 0);
    return result;
  }
}
