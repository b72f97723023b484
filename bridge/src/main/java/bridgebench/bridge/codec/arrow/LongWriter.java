package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.LongColumn;
import bridgebench.bridge.rows.RowCursor;
import java.nio.LongBuffer;
import org.apache.arrow.memory.BufferAllocator;

/** 64-bit integers and timestamps. */
final class LongWriter extends ColumnWriter {

  private final OutBuffer buffer;
  private LongBuffer values = LongBuffer.allocate(0);

  LongWriter(int ordinal, BufferAllocator allocator) {
    super(ordinal, allocator);
    this.buffer = new OutBuffer(allocator);
  }

  @Override
  void startValues(int rowsAtMost) {
    values = buffer.bytes((long) rowsAtMost * Long.BYTES).asLongBuffer();
  }

  @Override
  void putValues(Column source, int from, int count, int at) {
    values.put(at, ((LongColumn) source).values(), from, count);
  }

  @Override
  void putValue(RowCursor cursor, int column, int at) {
    values.put(at, cursor.getLong(column));
  }

  @Override
  void finishValues(BatchLayout layout, int batchRows) {
    buffer.setLength((long) batchRows * Long.BYTES);
    layout.addBuffer(buffer);
  }

  @Override
  void closeValues() {
    buffer.close();
  }
}
