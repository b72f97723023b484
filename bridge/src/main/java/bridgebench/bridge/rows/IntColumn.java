package bridgebench.bridge.rows;

import bridgebench.scenarios.model.ColumnType;
import java.util.Arrays;

/** 32-bit integers, or dates as days since 1970-01-01. */
public final class IntColumn extends Column {

  private int[] values = {};

  IntColumn(ColumnType type) {
    super(type);
  }

  /** The values; only the first {@link #rows()} count. Replaced when the column grows. */
  public int[] values() {
    return values;
  }

  /** Appends a value. */
  public void append(int value) {
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
    append((int) 0);
  }

  @Override
  void appendValues(Column source, int from, int count) {
    System.arraycopy(((IntColumn) source).values, from, values, rows(), count);
  }

  @Override
  int firstValueDifference(int from, Column other, int otherFrom, int count) {
    int[] others = ((IntColumn) other).values;
    return Arrays.mismatch(values, from, from + count, others, otherFrom, otherFrom + count);
  }

  @Override
  long hashOfValue(int row) {
    return values[row];
  }

  @Override
  String showValue(int row) {
    return String.valueOf(values[row]);
  }
}
