package bridgebench.bridge.rows;

import bridgebench.scenarios.model.ColumnType;
import java.util.Arrays;

/** Booleans (1 is true, 0 is false) or 8-bit integers. */
public final class ByteColumn extends Column {

  private byte[] values = {};

  ByteColumn(ColumnType type) {
    super(type);
  }

  /** The values; only the first {@link #rows()} count. Replaced when the column grows. */
  public byte[] values() {
    return values;
  }

  /** Appends a value. */
  public void append(byte value) {
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
    append((byte) 0);
  }

  @Override
  void appendValues(Column source, int from, int count) {
    System.arraycopy(((ByteColumn) source).values, from, values, rows(), count);
  }

  @Override
  int firstValueDifference(int from, Column other, int otherFrom, int count) {
    byte[] others = ((ByteColumn) other).values;
    return Arrays.mismatch(values, from, from + count, others, otherFrom, otherFrom + count);
  }

  @Override
  long hashOfValue(int row) {
    return values[row];
  }

  @Override
  String showValue(int row) {
    return type() == ColumnType.BOOLEAN
        ? String.valueOf(values[row] != 0)
        : String.valueOf(values[row]);
  }
}
