package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.StructColumn;
import org.apache.arrow.memory.BufferAllocator;

/** Structs: no buffers of their own but the validity, and a child a field. */
final class StructWriter extends ColumnWriter {

  private final LongWriter a;
  private final BytesWriter b;

  StructWriter(int ordinal, BufferAllocator allocator) {
    super(ordinal, allocator);
    this.a = new LongWriter(0, allocator);
    this.b = new BytesWriter(1, allocator);
  }

  @Override
  void startValues(int rowsAtMost) {
    a.start(rowsAtMost);
    b.start(rowsAtMost);
  }

  @Override
  void putValues(Column source, int from, int count, int at) {
    StructColumn structs = (StructColumn) source;
    a.write(structs.a(), from, count, at);
    b.write(structs.b(), from, count, at);
  }

  @Override
  void finishValues(BatchLayout layout, int batchRows) {
    a.finish(layout, batchRows);
    b.finish(layout, batchRows);
  }

  @Override
  void closeValues() {
    a.close();
    b.close();
  }
}
