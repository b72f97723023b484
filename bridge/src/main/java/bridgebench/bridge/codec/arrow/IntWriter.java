package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.IntColumn;
import bridgebench.bridge.rows.RowCursor;
import java.nio.IntBuffer;
import org.apache.arrow.memory.BufferAllocator;

/** 32-bit integers and dates. */
final class IntWriter extends ColumnWriter {

  private final OutBuffer buffer;
  private IntBuffer values = IntBuffer.allocate(0);

  IntWriter(int ordinal, BufferAllocator allocator) {
    super(ordinal, allocator);
    this.buffer = new OutBuffer(allocator);
  }

  @Override
  void startValues(int rowsAtMost) {
    values = buffer.bytes((long) rowsAtMost * Integer.BYTES).asIntBuffer();
  }

  @Override
  void putValues(Column source, int from, int count, int at) {
    values.put(at, ((IntColumn) source).values(), from, count);
  }

  @Override
  void putValue(RowCursor cursor, int column, int at) {
    values.put(at, cursor.getInt(column));
  }

  @Override
  void finishValues(BatchLayout layout, int batchRows) {
    buffer.setLength((long) batchRows * Integer.BYTES);
    layout.addBuffer(buffer);
  }

  @Override
  void closeValues() {
    buffer.close();
  }
}
