package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.FloatColumn;
import bridgebench.bridge.rows.RowCursor;
import java.nio.FloatBuffer;
import org.apache.arrow.memory.BufferAllocator;

/** 32-bit floating point numbers. */
final class FloatWriter extends ColumnWriter {

  private final OutBuffer buffer;
  private FloatBuffer values = FloatBuffer.allocate(0);

  FloatWriter(int ordinal, BufferAllocator allocator) {
    super(ordinal, allocator);
    this.buffer = new OutBuffer(allocator);
  }

  @Override
  void startValues(int rowsAtMost) {
    values = buffer.bytes((long) rowsAtMost * Float.BYTES).asFloatBuffer();
  }

  @Override
  void putValues(Column source, int from, int count, int at) {
    values.put(at, ((FloatColumn) source).values(), from, count);
  }

  @Override
  void putValue(RowCursor cursor, int column, int at) {
    values.put(at, cursor.getFloat(column));
  }

  @Override
  void finishValues(BatchLayout layout, int batchRows) {
    buffer.setLength((long) batchRows * Float.BYTES);
    layout.addBuffer(buffer);
  }

  @Override
  void closeValues() {
    buffer.close();
  }
}
