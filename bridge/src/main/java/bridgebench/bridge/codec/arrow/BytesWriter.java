package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.BytesColumn;
import bridgebench.bridge.rows.Column;
import org.apache.arrow.memory.BufferAllocator;

/** Strings and byte strings. */
final class BytesWriter extends ColumnWriter {

  private final OffsetsWriter offsets;
  private final OutBuffer data;

  BytesWriter(int ordinal, BufferAllocator allocator) {
    super(ordinal, allocator);
    this.offsets = new OffsetsWriter(allocator);
    this.data = new OutBuffer(allocator);
  }

  @Override
  void startValues(int rowsAtMost) {
    offsets.start(rowsAtMost);
  }

  @Override
  void putValues(Column source, int from, int count, int at) {
    BytesColumn bytes = (BytesColumn) source;
    int start = bytes.start(from);
    int length = bytes.start(from + count) - start;
    int end = offsets.end(at);
    data.bytes((long) end + length).put(end, bytes.data(), start, length);
    offsets.put(bytes.offsets(), from, count, at);
  }

  @Override
  void finishValues(BatchLayout layout, int batchRows) {
    offsets.finish(layout, batchRows);
    data.setLength(offsets.end(batchRows));
    layout.addBuffer(data);
  }

  @Override
  void closeValues() {
    offsets.close();
    data.close();
  }
}
