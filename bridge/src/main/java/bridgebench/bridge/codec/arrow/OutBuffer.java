package bridgebench.bridge.codec.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;

/** One buffer of an outgoing batch: memory that grows and is kept from batch to batch. */
final class OutBuffer implements AutoCloseable {

  private final BufferAllocator allocator;
  private ArrowBuf memory;
  private ByteBuffer bytes;
  private int length;

  OutBuffer(BufferAllocator allocator) {
    this.allocator = allocator;
    this.memory = allocator.getEmpty();
    this.bytes = ByteBuffer.allocate(0);
  }

  /**
   * The buffer's bytes, at least this many, in Arrow's byte order; replaced when the buffer grows.
   */
  ByteBuffer bytes(long capacity) {
    if (capacity > memory.capacity()) {
      grow(Math.max(capacity, Math.min(2 * memory.capacity(), 1 << 30)));
    }
    return bytes;
  }

  /** Says how many bytes of it are the batch's. */
  void setLength(long bytesUsed) {
    length = Math.toIntExact(bytesUsed);
  }

  int length() {
    return length;
  }

  /** Where the memory is: another number means that views of it must be made anew. */
  long address() {
    return length == 0 ? 0 : memory.memoryAddress();
  }

  /** The batch's bytes as arrow-java takes them; the caller does not own a reference. */
  ArrowBuf arrowBuf() {
    return memory.readerIndex(0).writerIndex(length);
  }

  @Override
  public void close() {
    memory.close();
  }

  private void grow(long capacity) {
    ArrowBuf larger = allocator.buffer(capacity);
    ByteBuffer view =
        larger.nioBuffer(0, Math.toIntExact(larger.capacity())).order(ByteOrder.LITTLE_ENDIAN);
    view.put(0, bytes, 0, bytes.capacity());
    memory.close();
    memory = larger;
    bytes = view;
  }
}
