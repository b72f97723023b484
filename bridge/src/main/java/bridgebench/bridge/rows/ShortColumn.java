package bridgebench.bridge.rows;

import bridgebench.scenarios.model.ColumnType;
import java.util.Arrays;

/** 16-bit integers. */
public final class ShortColumn extends Column {

  private short[] values = {};

  ShortColumn() {
    super(ColumnType.SHORT);
  }

  /** The values; only the first {@link #rows()} count. Replaced when the column grows. */
  public short[] values() {
    return values;
  }

  /** Appends a value. */
  public void append(short value) {
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
    append((short) 0);
  }

  @Override
  void appendValues(Column source, int from, int count) {
    System.arraycopy(((ShortColumn) source).values, from, values, rows(), count);
  }

  @Override
  int firstValueDifference(int from, Column other, int otherFrom, int count) {
    short[] others = ((ShortColumn) other).values;
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
