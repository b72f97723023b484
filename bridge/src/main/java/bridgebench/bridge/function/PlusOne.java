package bridgebench.bridge.function;

import bridgebench.bridge.rows.ByteColumn;
import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.DoubleColumn;
import bridgebench.bridge.rows.FloatColumn;
import bridgebench.bridge.rows.IntColumn;
import bridgebench.bridge.rows.LongColumn;
import bridgebench.bridge.rows.ShortColumn;
import bridgebench.scenarios.model.ColumnType;

/** Adds one; whole numbers wrap around at their width. */
final class PlusOne implements ColumnTwin {

  private static final long ONE_UNSCALED = 10_000;

  @Override
  public Column apply(Column input, Column result) {
    result.reset(input.rows());
    if (input instanceof DoubleColumn column) {
      add(column, ((DoubleColumn) result).values(), result);
    } else if (input instanceof FloatColumn column) {
      add(column, ((FloatColumn) result).values(), result);
    } else if (input instanceof LongColumn column) {
      add(column, ((LongColumn) result).values(), result);
    } else if (input instanceof IntColumn column) {
      add(column, ((IntColumn) result).values(), result);
    } else if (input instanceof ShortColumn column) {
      add(column, ((ShortColumn) result).values(), result);
    } else {
      add((ByteColumn) input, ((ByteColumn) result).values(), result);
    }
    return result;
  }

  private static void add(DoubleColumn input, double[] sums, Column result) {
    double[] values = input.values();
    for (int i = 0; i < input.rows(); i++) {
      sums[i] = values[i] + 1;
    }
    Nulls.copy(input, result, row -> sums[row] = 0);
  }

  private static void add(FloatColumn input, float[] sums, Column result) {
    float[] values = input.values();
    for (int i = 0; i < input.rows(); i++) {
      sums[i] = values[i] + 1;
    }
    Nulls.copy(input, result, row -> sums[row] = 0);
  }

  private static void add(LongColumn input, long[] sums, Column result) {
    long one = input.type() == ColumnType.DECIMAL ? ONE_UNSCALED : 1;
    long[] values = input.values();
    for (int i = 0; i < input.rows(); i++) {
      sums[i] = values[i] + one;
    }
    Nulls.copy(input, result, row -> sums[row] = 0);
  }

  private static void add(IntColumn input, int[] sums, Column result) {
    int[] values = input.values();
    for (int i = 0; i < input.rows(); i++) {
      sums[i] = values[i] + 1;
    }
    Nulls.copy(input, result, row -> sums[row] = 0);
  }

  private static void add(ShortColumn input, short[] sums, Column result) {
    short[] values = input.values();
    for (int i = 0; i < input.rows(); i++) {
      sums[i] = (short) (values[i] + 1);
    }
    Nulls.copy(input, result, row -> sums[row] = 0);
  }

  private static void add(ByteColumn input, byte[] sums, Column result) {
    byte[] values = input.values();
    for (int i = 0; i < input.rows(); i++) {
      sums[i] = (byte) (values[i] + 1);
    }
    Nulls.copy(input, result, row -> sums[row] = 0);
  }
}
