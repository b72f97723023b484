package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.LongColumn;
import org.apache.arrow.memory.BufferAllocator;

/** Longs inside lists and maps: how many there are is known only when the batch ends. */
final class ElementWriter implements AutoCloseable {

  private final OutBuffer absent;
  private final OutBuffer values;

  ElementWriter(BufferAllocator allocator) {
    this.absent = new OutBuffer(allocator);
    this.values = new OutBuffer(allocator);
  }

  void put(LongColumn source, int from, int count, int at) {
    values
        .bytes((long) (at + count) * Long.BYTES)
        .asLongBuffer()
        .put(at, source.values(), from, count);
  }

  void finish(BatchLayout layout, int count) {
    values.setLength((long) count * Long.BYTES);
    layout.addNode(count, 0);
    layout.addBuffer(absent);
    layout.addBuffer(values);
  }

  @Override
  public void close() {
    absent.close();
    values.close();
  }
}
