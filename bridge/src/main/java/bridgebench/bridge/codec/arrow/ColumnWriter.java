package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.RowCursor;
import bridgebench.scenarios.model.ColumnSpec;
import org.apache.arrow.memory.BufferAllocator;

/** Writes one column of a batch into Arrow's buffers, in stretches or row by row. */
abstract class ColumnWriter implements AutoCloseable {

  private final int ordinal;
  private final NullBits nullBits;

  ColumnWriter(int ordinal, BufferAllocator allocator) {
    this.ordinal = ordinal;
    this.nullBits = new NullBits(allocator);
  }

  static ColumnWriter of(ColumnSpec spec, int ordinal, BufferAllocator allocator) {
    return switch (spec.type()) {
      case BOOLEAN -> new BooleanWriter(ordinal, allocator);
      case BYTE -> new ByteWriter(ordinal, allocator);
      case SHORT -> new ShortWriter(ordinal, allocator);
      case INT, DATE -> new IntWriter(ordinal, allocator);
      case LONG, TIMESTAMP -> new LongWriter(ordinal, allocator);
      case FLOAT -> new FloatWriter(ordinal, allocator);
      case DOUBLE -> new DoubleWriter(ordinal, allocator);
      case DECIMAL -> new DecimalWriter(ordinal, allocator);
      case STRING, BINARY -> new BytesWriter(ordinal, allocator);
      case LONG_ARRAY -> new ListWriter(ordinal, allocator);
      case STRUCT -> new StructWriter(ordinal, allocator);
      case STRING_LONG_MAP -> new MapWriter(ordinal, allocator);
    };
  }

  /** Begins a batch of at most this many rows. */
  final void start(int rowsAtMost) {
    nullBits.clear();
    startValues(rowsAtMost);
  }

  /**
   * Writes a stretch of a column of the window.
   *
   * @param at how many rows of the batch are written already
   */
  final void write(Column source, int from, int count, int at) {
    if (source.nullCount() != 0) {
      nullBits.append(source, from, count, at);
    }
    putValues(source, from, count, at);
  }

  /**
   * Writes the value at the cursor.
   *
   * @param at how many rows of the batch are written already
   */
  final void write(RowCursor cursor, int at) {
    if (cursor.isNullAt(ordinal)) {
      nullBits.set(at);
    }
    putValue(cursor, ordinal, at);
  }

  /** Ends the batch and adds its nodes and buffers. */
  final void finish(BatchLayout layout, int rows) {
    layout.addNode(rows, nullBits.count());
    layout.addBuffer(nullBits.packed(rows));
    finishValues(layout, rows);
  }

  @Override
  public final void close() {
    nullBits.close();
    closeValues();
  }

  abstract void startValues(int rowsAtMost);

  abstract void putValues(Column source, int from, int count, int at);

  /** Writes one value; the slot of a null gets what the window's slot holds. */
  void putValue(RowCursor cursor, int column, int at) {
    putValues(cursor.column(column), cursor.index(), 1, at);
  }

  abstract void finishValues(BatchLayout layout, int batchRows);

  abstract void closeValues();
}
