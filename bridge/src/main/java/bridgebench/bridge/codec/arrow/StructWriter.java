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
    a.append(structs.a(), from, count);
    b.append(structs.b(), from, count);
  }

  @Override
  void finishValues(BatchLayout layout, int batchRows) {
    a.finish(layout);
    b.finish(layout);
  }

  @Override
  void closeValues() {
    a.close();
    b.close();
  }
}
