package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.RowCursor;
import bridgebench.bridge.rows.ShortColumn;
import java.nio.ShortBuffer;
import org.apache.arrow.memory.BufferAllocator;

/** 16-bit integers. */
final class ShortWriter extends ColumnWriter {

  private final OutBuffer buffer;
  private ShortBuffer values = ShortBuffer.allocate(0);

  ShortWriter(int ordinal, BufferAllocator allocator) {
    super(ordinal, allocator);
    this.buffer = new OutBuffer(allocator);
  }

  @Override
  void startValues(int rowsAtMost) {
    values = buffer.bytes((long) rowsAtMost * Short.BYTES).asShortBuffer();
  }

  @Override
  void putValues(Column source, int from, int count, int at) {
    values.put(at, ((ShortColumn) source).values(), from, count);
  }

  @Override
  void putValue(RowCursor cursor, int column, int at) {
    values.put(at, cursor.getShort(column));
  }

  @Override
  void finishValues(BatchLayout layout, int batchRows) {
    buffer.setLength((long) batchRows * Short.BYTES);
    layout.addBuffer(buffer);
  }

  @Override
  void closeValues() {
    buffer.close();
  }
}
