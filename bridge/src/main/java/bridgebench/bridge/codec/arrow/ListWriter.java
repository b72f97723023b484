package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.ListColumn;
import org.apache.arrow.memory.BufferAllocator;

/** Lists of longs. */
final class ListWriter extends ColumnWriter {

  private final OffsetsWriter offsets;
  private final ElementWriter elements;

  ListWriter(int ordinal, BufferAllocator allocator) {
    super(ordinal, allocator);
    this.offsets = new OffsetsWriter(allocator);
    this.elements = new ElementWriter(allocator);
  }

  @Override
  void startValues(int rowsAtMost) {
    offsets.start(rowsAtMost);
  }

  @Override
  void putValues(Column source, int from, int count, int at) {
    ListColumn lists = (ListColumn) source;
    int start = lists.offsets()[from];
    elements.put(lists.elements(), start, lists.offsets()[from + count] - start, offsets.end(at));
    offsets.put(lists.offsets(), from, count, at);
  }

  @Override
  void finishValues(BatchLayout layout, int batchRows) {
    offsets.finish(layout, batchRows);
    elements.finish(layout, offsets.end(batchRows));
  }

  @Override
  void closeValues() {
    offsets.close();
    elements.close();
  }
}
