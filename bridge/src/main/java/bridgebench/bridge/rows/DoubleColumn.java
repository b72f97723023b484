package bridgebench.bridge.rows;

import bridgebench.scenarios.model.ColumnType;
import java.util.Arrays;

/** 64-bit floating point numbers. */
public final class DoubleColumn extends Column {

  private double[] values = {};

  DoubleColumn() {
    super(ColumnType.DOUBLE);
  }

  /** The values; only the first {@link #rows()} count. Replaced when the column grows. */
  public double[] values() {
    return values;
  }

  /** Appends a value. */
  public void append(double value) {
    ensureCapacity(rows() + 1);
    values[added()] = value;
  }

  @Override
  int capacity() {
    return values.length;
  }

  @Override
  void ensureCapacity(int neededRows) {
    if (neededRows > values.length) {
      values = Arrays.copyOf(values, grown(values.length, neededRows));
    }
  }

  @Override
  void appendEmptyValue() {
    append((double) 0);
  }

  @Override
  void appendValues(Column source, int from, int count) {
    System.arraycopy(((DoubleColumn) source).values, from, values, rows(), count);
  }

  @Override
  int firstValueDifference(int from, Column other, int otherFrom, int count) {
    double[] others = ((DoubleColumn) other).values;
    return Arrays.mismatch(values, from, from + count, others, otherFrom, otherFrom + count);
  }

  @Override
  long hashOfValue(int row) {
    return Double.doubleToLongBits(values[row]);
  }

  @Override
  String showValue(int row) {
    return String.valueOf(values[row]);
  }
}
