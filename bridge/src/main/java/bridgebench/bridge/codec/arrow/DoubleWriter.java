package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.DoubleColumn;
import bridgebench.bridge.rows.RowCursor;
import java.nio.DoubleBuffer;
import org.apache.arrow.memory.BufferAllocator;

/** 64-bit floating point numbers. */
final class DoubleWriter extends ColumnWriter {

  private final OutBuffer buffer;
  private DoubleBuffer values = DoubleBuffer.allocate(0);

  DoubleWriter(int ordinal, BufferAllocator allocator) {
    super(ordinal, allocator);
    this.buffer = new OutBuffer(allocator);
  }

  @Override
  void startValues(int rowsAtMost) {
    values = buffer.bytes((long) rowsAtMost * Double.BYTES).asDoubleBuffer();
  }

  @Override
  void putValues(Column source, int from, int count, int at) {
    values.put(at, ((DoubleColumn) source).values(), from, count);
  }

  @Override
  void putValue(RowCursor cursor, int column, int at) {
    values.put(at, cursor.getDouble(column));
  }

  @Override
  void finishValues(BatchLayout layout, int batchRows) {
    buffer.setLength((long) batchRows * Double.BYTES);
    layout.addBuffer(buffer);
  }

  @Override
  void closeValues() {
    buffer.close();
  }
}
