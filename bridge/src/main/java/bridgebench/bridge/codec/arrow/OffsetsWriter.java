package bridgebench.bridge.codec.arrow;

import java.nio.IntBuffer;
import org.apache.arrow.memory.BufferAllocator;

/** The offsets of values that have a length. */
final class OffsetsWriter implements AutoCloseable {

  // Small enough to stay in a core's first cache.
  private static final int PIECE = 1024;

  private final OutBuffer buffer;
  private final int[] piece = new int[PIECE];
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
    if (count == 1) {
      offsets.put(at + 1, source[from + 1] + shift);
      return;
    }
    // Into an array a compiler moves several at once, into a buffer one by one.
    for (int done = 0; done < count; done += PIECE) {
      int length = Math.min(PIECE, count - done);
      int first = from + 1 + done;
      for (int i = 0; i < length; i++) {
        piece[i] = source[first + i] + shift;
      }
      offsets.put(at + 1 + done, piece, 0, length);
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
