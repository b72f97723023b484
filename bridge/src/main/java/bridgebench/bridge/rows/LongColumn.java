package bridgebench.bridge.rows;

import bridgebench.scenarios.model.ColumnType;
import java.math.BigDecimal;
import java.util.Arrays;

/** 64-bit integers, timestamps in microseconds since 1970, or decimals(18,4) as unscaled values. */
public final class LongColumn extends Column {

  /** Places after the point of every decimal. */
  public static final int DECIMAL_PLACES = 4;

  private long[] values = {};

  LongColumn(ColumnType type) {
    super(type);
  }

  /** The values; only the first {@link #rows()} count. Replaced when the column grows. */
  public long[] values() {
    return values;
  }

  /** Appends a value. */
  public void append(long value) {
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
    append((long) 0);
  }

  @Override
  void appendValues(Column source, int from, int count) {
    System.arraycopy(((LongColumn) source).values, from, values, rows(), count);
  }

  @Override
  int firstValueDifference(int from, Column other, int otherFrom, int count) {
    long[] others = ((LongColumn) other).values;
    return Arrays.mismatch(values, from, from + count, others, otherFrom, otherFrom + count);
  }

  @Override
  long hashOfValue(int row) {
    return values[row];
  }

  @Override
  String showValue(int row) {
    return type() == ColumnType.DECIMAL
        ? BigDecimal.valueOf(values[row], DECIMAL_PLACES).toPlainString()
        : String.valueOf(values[row]);
  }
}
