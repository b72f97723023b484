package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.ByteColumn;
import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.RowCursor;
import java.nio.ByteBuffer;
import org.apache.arrow.memory.BufferAllocator;

/** Booleans, which Arrow packs into bits. */
final class BooleanWriter extends ColumnWriter {

  private final OutBuffer buffer;
  private byte[] values = {};

  BooleanWriter(int ordinal, BufferAllocator allocator) {
    super(ordinal, allocator);
    this.buffer = new OutBuffer(allocator);
  }

  @Override
  void startValues(int rowsAtMost) {
    if (values.length < rowsAtMost + 8) {
      values = new byte[rowsAtMost + 8];
    }
  }

  @Override
  void putValues(Column source, int from, int count, int at) {
    System.arraycopy(((ByteColumn) source).values(), from, values, at, count);
  }

  @Override
  void putValue(RowCursor cursor, int column, int at) {
    values[at] = (byte) (cursor.getBoolean(column) ? 1 : 0);
  }

  @Override
  void finishValues(BatchLayout layout, int batchRows) {
    int length = (batchRows + 7) / 8;
    ByteBuffer bits = buffer.bytes(length);
    for (int i = 0; i < length; i++) {
      bits.put(i, Bits.pack(values, i * 8));
    }
    buffer.setLength(length);
    layout.addBuffer(buffer);
  }

  @Override
  void closeValues() {
    buffer.close();
  }
}
