package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.BytesColumn;
import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.MapColumn;
import org.apache.arrow.memory.BufferAllocator;

/** Maps: a list of entries, each a struct of a key and a value. */
final class MapWriter extends ColumnWriter {

  private final OffsetsWriter offsets;
  private final OutBuffer absent;
  private final OffsetsWriter keyOffsets;
  private final OutBuffer keys;
  private final ElementWriter values;

  MapWriter(int ordinal, BufferAllocator allocator) {
    super(ordinal, allocator);
    this.offsets = new OffsetsWriter(allocator);
    this.absent = new OutBuffer(allocator);
    this.keyOffsets = new OffsetsWriter(allocator);
    this.keys = new OutBuffer(allocator);
    this.values = new ElementWriter(allocator);
  }

  @Override
  void startValues(int rowsAtMost) {
    offsets.start(rowsAtMost);
    keyOffsets.start(0);
  }

  @Override
  void putValues(Column source, int from, int count, int at) {
    MapColumn maps = (MapColumn) source;
    int first = maps.offsets()[from];
    int entries = maps.offsets()[from + count] - first;
    int entry = offsets.end(at);
    putKeys(maps.keys(), first, entries, entry);
    values.put(maps.values(), first, entries, entry);
    offsets.put(maps.offsets(), from, count, at);
  }

  private void putKeys(BytesColumn source, int from, int count, int at) {
    int start = source.start(from);
    int length = source.start(from + count) - start;
    keyOffsets.reserve(at + count);
    int end = keyOffsets.end(at);
    keys.bytes((long) end + length).put(end, source.data(), start, length);
    keyOffsets.put(source.offsets(), from, count, at);
  }

  @Override
  void finishValues(BatchLayout layout, int batchRows) {
    offsets.finish(layout, batchRows);
    int entries = offsets.end(batchRows);
    layout.addNode(entries, 0);
    layout.addBuffer(absent);
    layout.addNode(entries, 0);
    layout.addBuffer(absent);
    keyOffsets.finish(layout, entries);
    keys.setLength(keyOffsets.end(entries));
    layout.addBuffer(keys);
    values.finish(layout, entries);
  }

  @Override
  void closeValues() {
    offsets.close();
    absent.close();
    keyOffsets.close();
    keys.close();
    values.close();
  }
}
