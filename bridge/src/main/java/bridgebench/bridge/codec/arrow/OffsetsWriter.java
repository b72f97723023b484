package bridgebench.bridge.codec.arrow;

import java.nio.IntBuffer;
import org.apache.arrow.memory.BufferAllocator;

/** The offsets of values that have a length. */
final class OffsetsWriter implements AutoCloseable {

  private final OutBuffer buffer;
  private IntBuffer offsets = IntBuffer.allocate(0);

  OffsetsWriter(BufferAllocator allocator) {
    this.buffer = new OutBuffer(allocator);
  }

  void start(int rowsAtMost) {
    reserve(rowsAtMost);
    offsets.put(0, 0);
  }

  /** Makes room for this many values in all and keeps what is written. */
  void reserve(int rowsAtMost) {
    offsets = buffer.bytes((rowsAtMost + 1L) * Integer.BYTES).asIntBuffer();
  }

  /** The end of the last value before row {@code at}. */
  int end(int at) {
    return offsets.get(at);
  }

  /** Appends the ends of {@code count} values whose own offsets start anywhere. */
  void put(int[] source, int from, int count, int at) {
    int shift = offsets.get(at) - source[from];
    for (int i = 1; i <= count; i++) {
      offsets.put(at + i, source[from + i] + shift);
    }
  }

  void finish(BatchLayout layout, int batchRows) {
    buffer.setLength((batchRows + 1L) * Integer.BYTES);
    layout.addBuffer(buffer);
  }

  @Override
  public void close() {
    buffer.close();
  }
}
