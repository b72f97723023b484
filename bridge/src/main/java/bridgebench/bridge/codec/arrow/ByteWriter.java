package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.ByteColumn;
import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.RowCursor;
import java.nio.ByteBuffer;
import org.apache.arrow.memory.BufferAllocator;

/** 8-bit integers. */
final class ByteWriter extends ColumnWriter {

  private final OutBuffer buffer;
  private ByteBuffer values = ByteBuffer.allocate(0);

  ByteWriter(int ordinal, BufferAllocator allocator) {
    super(ordinal, allocator);
    this.buffer = new OutBuffer(allocator);
  }

  @Override
  void startValues(int rowsAtMost) {
    values = buffer.bytes((long) rowsAtMost * Byte.BYTES);
  }

  @Override
  void putValues(Column source, int from, int count, int at) {
    values.put(at, ((ByteColumn) source).values(), from, count);
  }

  @Override
  void putValue(RowCursor cursor, int column, int at) {
    values.put(at, cursor.getByte(column));
  }

  @Override
  void finishValues(BatchLayout layout, int batchRows) {
    buffer.setLength((long) batchRows * Byte.BYTES);
    layout.addBuffer(buffer);
  }

  @Override
  void closeValues() {
    buffer.close();
  }
}
