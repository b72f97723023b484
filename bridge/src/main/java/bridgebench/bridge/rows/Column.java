package bridgebench.bridge.rows;

import bridgebench.scenarios.model.ColumnType;
import java.util.Arrays;

/**
 * Values of one column in typed arrays, with the nulls beside them.
 *
 * <p>A column is in canonical form: the slot of a null holds zero (or nothing, where values have a
 * length) and the entries of a map are sorted by key. So two columns are equal exactly when their
 * arrays are.
 *
 * <p>Columns grow as values are appended and keep their arrays when cleared. They are not safe for
 * use by several threads, except for reading.
 */
public abstract sealed class Column
    permits ByteColumn,
        ShortColumn,
        IntColumn,
        LongColumn,
        FloatColumn,
        DoubleColumn,
        BytesColumn,
        ListColumn,
        StructColumn,
        MapColumn {

  private static final byte[] NO_NULLS = {};
  private static final long NULL_BITS = 0x5DEECE66DL;

  private final ColumnType type;
  private byte[] nulls = NO_NULLS;
  private int nullCount;
  private int rows;

  Column(ColumnType type) {
    this.type = type;
  }

  /** An empty column of this type. */
  public static Column ofType(ColumnType type) {
    return switch (type) {
      case BOOLEAN, BYTE -> new ByteColumn(type);
      case SHORT -> new ShortColumn();
      case INT, DATE -> new IntColumn(type);
      case LONG, TIMESTAMP, DECIMAL -> new LongColumn(type);
      case FLOAT -> new FloatColumn();
      case DOUBLE -> new DoubleColumn();
      case STRING, BINARY -> new BytesColumn(type);
      case LONG_ARRAY -> new ListColumn();
      case STRUCT -> new StructColumn();
      case STRING_LONG_MAP -> new MapColumn();
    };
  }

  /** The type whose values these are. */
  public final ColumnType type() {
    return type;
  }

  /** How many values the column holds, nulls included. */
  public final int rows() {
    return rows;
  }

  /** How many of them are null. */
  public final int nullCount() {
    return nullCount;
  }

  /** Whether the value of this row is null. */
  public final boolean isNull(int row) {
    return nullCount != 0 && row < nulls.length && nulls[row] != 0;
  }

  /** One byte a row, 1 for null and 0 otherwise, in an array that may be longer. */
  public final byte[] nulls() {
    if (nulls.length < rows) {
      nulls = Arrays.copyOf(nulls, rows);
    }
    return nulls;
  }

  /**
   * The array of {@link #nulls()} with room for seven more rows, to be overwritten by the caller,
   * who leaves what is past the last row 0, and then says how many are 1.
   */
  public final byte[] nullsToFill() {
    if (nulls.length < rows + 7) {
      nulls = new byte[Math.max(capacity(), rows) + 7];
    }
    return nulls;
  }

  /** Says how many nulls were put into {@link #nullsToFill()}. */
  public final void nullsFilled(int count) {
    nullCount = count;
  }

  /** Removes every value and keeps the arrays. */
  public final void clear() {
    reset(0);
  }

  /**
   * Empties the column and gives it this many rows, none of them null, whose values are what the
   * arrays happen to hold: the caller overwrites them.
   */
  public final void reset(int newRows) {
    if (nullCount != 0) {
      Arrays.fill(nulls, 0, Math.min(rows, nulls.length), (byte) 0);
      nullCount = 0;
    }
    ensureCapacity(newRows);
    rows = newRows;
    valuesReset();
  }

  /** Makes a row null whose slot already holds what null slots hold. */
  public final void markNull(int row) {
    if (nulls.length <= row) {
      nulls = Arrays.copyOf(nulls, Math.max(capacity(), row + 1));
    }
    if (nulls[row] == 0) {
      nulls[row] = 1;
      nullCount++;
    }
  }

  /** Appends a null. */
  public final void appendNull() {
    appendEmptyValue();
    markNull(rows - 1);
  }

  /** Appends {@code count} values of another column of the same type. */
  public final void append(Column source, int from, int count) {
    ensureCapacity(rows + count);
    appendValues(source, from, count);
    int at = rows;
    rows += count;
    if (source.nullCount != 0) {
      for (int i = 0; i < count; i++) {
        if (source.isNull(from + i)) {
          markNull(at + i);
        }
      }
    }
  }

  /**
   * The first of {@code count} positions at which this column and another of the same type differ,
   * or -1. NaN equals NaN whatever its bits; -0.0 differs from 0.0.
   */
  public final int firstDifference(int from, Column other, int otherFrom, int count) {
    int value = firstValueDifference(from, other, otherFrom, count);
    if (nullCount == 0 && other.nullCount == 0) {
      return value;
    }
    int end = value < 0 ? count : value;
    int unequalNull =
        Arrays.mismatch(nulls(), from, from + end, other.nulls(), otherFrom, otherFrom + end);
    return unequalNull < 0 ? value : unequalNull;
  }

  /**
   * 64 bits that are the same for equal values, whichever codec carried them; every NaN counts as
   * one value, and -0.0 and 0.0 as two.
   */
  public final long hash(int row) {
    return isNull(row) ? NULL_BITS : hashOfValue(row);
  }

  /** The value as text for messages; long values are shortened. */
  public final String show(int row) {
    return isNull(row) ? "null" : showValue(row);
  }

  /** Counts a value that was put behind the last one. */
  final int added() {
    return rows++;
  }

  /** Rows for which the arrays have room. */
  abstract int capacity();

  /** Makes room and keeps the values. */
  abstract void ensureCapacity(int neededRows);

  /** Called when {@link #reset} has changed the number of rows. */
  void valuesReset() {}

  abstract void appendEmptyValue();

  abstract void appendValues(Column source, int from, int count);

  abstract int firstValueDifference(int from, Column other, int otherFrom, int count);

  abstract long hashOfValue(int row);

  abstract String showValue(int row);

  /** A capacity for {@code needed} rows that leaves room to grow. */
  static int grown(int capacity, int needed) {
    return Math.max(needed, Math.max(16, capacity + (capacity >> 1)));
  }
}
