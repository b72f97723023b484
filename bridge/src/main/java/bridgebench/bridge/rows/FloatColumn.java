package bridgebench.bridge.rows;

import bridgebench.scenarios.model.ColumnType;
import java.util.Arrays;

/** 32-bit floating point numbers. */
public final class FloatColumn extends Column {

  private float[] values = {};

  FloatColumn() {
    super(ColumnType.FLOAT);
  }

  /** The values; only the first {@link #rows()} count. Replaced when the column grows. */
  public float[] values() {
    return values;
  }

  /** Appends a value. */
  public void append(float value) {
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
    append((float) 0);
  }

  @Override
  void appendValues(Column source, int from, int count) {
    System.arraycopy(((FloatColumn) source).values, from, values, rows(), count);
  }

  @Override
  int firstValueDifference(int from, Column other, int otherFrom, int count) {
    float[] others = ((FloatColumn) other).values;
    return Arrays.mismatch(values, from, from + count, others, otherFrom, otherFrom + count);
  }

  @Override
  long hashOfValue(int row) {
    return Float.floatToIntBits(values[row]);
  }

  @Override
  String showValue(int row) {
    return String.valueOf(values[row]);
  }
}
