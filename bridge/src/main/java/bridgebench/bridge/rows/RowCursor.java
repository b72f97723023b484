package bridgebench.bridge.rows;

/**
 * Reads the window one row at a time through typed getters, like Spark's InternalRow. A getter of
 * another type than the column's fails; a null must be asked for first, with {@link #isNullAt}.
 */
public final class RowCursor {

  private static final byte[] NO_NULLS = {};

  private final RowWindow window;
  private final Column[] columns;
  private final byte[][] nulls;
  private final byte[][] bytes;
  private final short[][] shorts;
  private final int[][] ints;
  private final long[][] longs;
  private final float[][] floats;
  private final double[][] doubles;
  private int index;
  private int runEnd;
  private long nextRun;

  RowCursor(RowWindow window) {
    int count = window.columnCount();
    this.window = window;
    this.columns = new Column[count];
    this.nulls = new byte[count][];
    this.bytes = new byte[count][];
    this.shorts = new short[count][];
    this.ints = new int[count][];
    this.longs = new long[count][];
    this.floats = new float[count][];
    this.doubles = new double[count][];
    for (int i = 0; i < count; i++) {
      columns[i] = window.column(i);
      nulls[i] = columns[i].nullCount() == 0 ? NO_NULLS : columns[i].nulls();
      resolve(i);
    }
  }

  private void resolve(int i) {
    if (columns[i] instanceof ByteColumn column) {
      bytes[i] = column.values();
    } else if (columns[i] instanceof ShortColumn column) {
      shorts[i] = column.values();
    } else if (columns[i] instanceof IntColumn column) {
      ints[i] = column.values();
    } else if (columns[i] instanceof LongColumn column) {
      longs[i] = column.values();
    } else if (columns[i] instanceof FloatColumn column) {
      floats[i] = column.values();
    } else if (columns[i] instanceof DoubleColumn column) {
      doubles[i] = column.values();
    }
  }

  /** Moves to this row of a task. */
  public void moveTo(long taskRow) {
    int run = window.runLength(taskRow);
    index = window.indexOf(taskRow);
    runEnd = index + run;
    nextRun = taskRow + run;
  }

  /** Moves to the task's next row. */
  public void next() {
    if (++index == runEnd) {
      moveTo(nextRun);
    }
  }

  /** The window's row the cursor is at: the index into columns that have no typed getter. */
  public int index() {
    return index;
  }

  /** The window's column, for types whose values are not primitive. */
  public Column column(int ordinal) {
    return columns[ordinal];
  }

  public boolean isNullAt(int ordinal) {
    byte[] ofColumn = nulls[ordinal];
    return ofColumn.length != 0 && ofColumn[index] != 0;
  }

  public boolean getBoolean(int ordinal) {
    return bytes[ordinal][index] != 0;
  }

  public byte getByte(int ordinal) {
    return bytes[ordinal][index];
  }

  public short getShort(int ordinal) {
    return shorts[ordinal][index];
  }

  /** An int, or a date as days since 1970-01-01. */
  public int getInt(int ordinal) {
    return ints[ordinal][index];
  }

  /** A long, a timestamp as microseconds since 1970, or a decimal's unscaled value. */
  public long getLong(int ordinal) {
    return longs[ordinal][index];
  }

  public float getFloat(int ordinal) {
    return floats[ordinal][index];
  }

  public double getDouble(int ordinal) {
    return doubles[ordinal][index];
  }
}
