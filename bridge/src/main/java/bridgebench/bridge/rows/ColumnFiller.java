package bridgebench.bridge.rows;

import bridgebench.scenarios.model.ColumnSpec;
import java.util.SplittableRandom;

/**
 * Fills a column from a seed, the same on every JVM: only {@link SplittableRandom#nextLong()},
 * whose algorithm is fixed, is drawn from. {@code docs/semantics.md} lists the ranges. Columns that
 * hold nulls also hold the awkward values of their type.
 */
final class ColumnFiller {

  private static final int MEAN_ELEMENTS = 4;

  private static final int ONE_NULL_IN = 10;
  private static final int ONE_EDGE_IN = 50;
  private static final long LONG_BOUND = 1_000_000_000L;
  private static final double DOUBLE_BOUND = 4;
  private static final long DECIMAL_BOUND = 1_000_000_000_000L;
  private static final int FIRST_DAY = -25_567;
  private static final int DAYS = 73_049;
  private static final long MICROS_PER_DAY = 86_400_000_000L;

  private final ColumnSpec spec;
  private final SplittableRandom random;
  private final TextMaker text;
  private final TimestampRange timestamps;

  ColumnFiller(ColumnSpec spec, long seed, int columnIndex, TimestampRange timestamps) {
    this.spec = spec;
    this.timestamps = timestamps;
    this.random = new SplittableRandom(seed * 31 + columnIndex);
    this.text = new TextMaker(random, spec.valueBytes());
  }

  Column fill(int rows) {
    Column column = Column.ofType(spec.type());
    column.ensureCapacity(rows);
    for (int row = 0; row < rows; row++) {
      if (spec.nullable() && oneIn(ONE_NULL_IN)) {
        column.appendNull();
      } else {
        append(column, spec.nullable() && oneIn(ONE_EDGE_IN));
      }
    }
    return column;
  }

  private void append(Column column, boolean edge) {
    switch (spec.type()) {
      case BOOLEAN -> ((ByteColumn) column).append((byte) (random.nextLong() & 1));
      case BYTE -> ((ByteColumn) column).append(edge ? EdgeValues.anyByte(bits()) : (byte) bits());
      case SHORT ->
          ((ShortColumn) column).append(edge ? EdgeValues.anyShort(bits()) : (short) bits());
      case INT -> ((IntColumn) column).append(edge ? EdgeValues.anyInt(bits()) : (int) bits());
      case LONG -> ((LongColumn) column).append(edge ? EdgeValues.anyLong(bits()) : plainLong());
      case FLOAT ->
          ((FloatColumn) column).append(edge ? EdgeValues.anyFloat(bits()) : (float) plainDouble());
      case DOUBLE ->
          ((DoubleColumn) column).append(edge ? EdgeValues.anyDouble(bits()) : plainDouble());
      case DECIMAL ->
          ((LongColumn) column)
              .append(
                  edge ? EdgeValues.anyDecimal(bits()) : below(2 * DECIMAL_BOUND) - DECIMAL_BOUND);
      case DATE -> ((IntColumn) column).append(edge ? EdgeValues.anyDate(bits()) : plainDay());
      case TIMESTAMP ->
          ((LongColumn) column).append(edge ? timestamps.anyEdge(bits()) : plainMicros());
      case STRING -> ((BytesColumn) column).append(text.string(column.rows()));
      case BINARY -> ((BytesColumn) column).append(text.binary(column.rows()));
      case LONG_ARRAY -> appendList((ListColumn) column);
      case STRUCT -> appendStruct((StructColumn) column);
      case STRING_LONG_MAP -> appendMap((MapColumn) column);
    }
  }

  private void appendList(ListColumn column) {
    int elements = (int) below(2 * MEAN_ELEMENTS + 1);
    for (int i = 0; i < elements; i++) {
      column.elements().append(plainLong());
    }
    column.appendList(elements);
  }

  private void appendStruct(StructColumn column) {
    column.a().append(plainLong());
    column.b().append(text.string(column.rows()));
    column.appendStruct();
  }

  /** Keys are k0, k1, …: already in order. */
  private void appendMap(MapColumn column) {
    int entries = (int) below(2 * MEAN_ELEMENTS + 1);
    for (int i = 0; i < entries; i++) {
      column.keys().append(new byte[] {'k', (byte) ('0' + i)});
      column.values().append(plainLong());
    }
    column.appendMap(entries);
  }

  private long plainLong() {
    return below(2 * LONG_BOUND) - LONG_BOUND;
  }

  private double plainDouble() {
    return (random.nextLong() >>> 11) * 0x1p-53 * 2 * DOUBLE_BOUND - DOUBLE_BOUND;
  }

  private int plainDay() {
    return FIRST_DAY + (int) below(DAYS);
  }

  private long plainMicros() {
    return plainDay() * MICROS_PER_DAY + below(MICROS_PER_DAY);
  }

  private long bits() {
    return random.nextLong();
  }

  private boolean oneIn(int n) {
    return below(n) == 0;
  }

  private long below(long bound) {
    return Long.remainderUnsigned(random.nextLong(), bound);
  }
}
