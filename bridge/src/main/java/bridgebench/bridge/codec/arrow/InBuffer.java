package bridgebench.bridge.codec.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;

/** Memory for the body of the frame that is being received. */
final class InBuffer implements AutoCloseable {

  private final BufferAllocator allocator;
  private ArrowBuf memory;
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  InBuffer(BufferAllocator allocator) {
    this.allocator = allocator;
    this.memory = allocator.getEmpty();
  }

  /** A buffer with exactly this many bytes remaining. */
  ByteBuffer room(int bodyBytes) {
    if (bodyBytes > bytes.capacity()) {
      memory.close();
      memory = allocator.getEmpty();
      memory = allocator.buffer(bodyBytes);
      bytes = memory.nioBuffer(0, Math.toIntExact(memory.capacity()));
    }
    return bytes.clear().limit(bodyBytes);
  }

  /** A view of received bytes, in Arrow's byte order. */
  ByteBuffer view(int from, int length) {
    return bytes.clear().slice(from, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The same bytes as arrow-java takes them; the caller owns a reference. */
  ArrowBuf arrowBuf(int from, int length) {
    memory.getReferenceManager().retain();
    return memory.slice(from, length).writerIndex(length);
  }

  @Override
  public void close() {
    memory.close();
  }
}
