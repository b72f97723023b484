package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.LongColumn;
import bridgebench.bridge.rows.RowCursor;
import java.nio.LongBuffer;
import org.apache.arrow.memory.BufferAllocator;

/** Decimals: 128 bits each, the unscaled value and its sign. */
final class DecimalWriter extends ColumnWriter {

  private static final int BYTES = 16;

  private final OutBuffer buffer;
  private LongBuffer halves = LongBuffer.allocate(0);

  DecimalWriter(int ordinal, BufferAllocator allocator) {
    super(ordinal, allocator);
    this.buffer = new OutBuffer(allocator);
  }

  @Override
  void startValues(int rowsAtMost) {
    halves = buffer.bytes((long) rowsAtMost * BYTES).asLongBuffer();
  }

  @Override
  void putValues(Column source, int from, int count, int at) {
    long[] values = ((LongColumn) source).values();
    for (int i = 0; i < count; i++) {
      put(values[from + i], at + i);
    }
  }

  @Override
  void putValue(RowCursor cursor, int column, int at) {
    put(cursor.getLong(column), at);
  }

  private void put(long unscaled, int at) {
    halves.put(2 * at, unscaled);
    halves.put(2 * at + 1, unscaled >> 63);
  }

  @Override
  void finishValues(BatchLayout layout, int batchRows) {
    buffer.setLength((long) batchRows * BYTES);
    layout.addBuffer(buffer);
  }

  @Override
  void closeValues() {
    buffer.close();
  }
}
