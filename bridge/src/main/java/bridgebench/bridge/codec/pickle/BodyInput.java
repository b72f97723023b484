package bridgebench.bridge.codec.pickle;

import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The bytes of one frame's body as Pyrolite reads them. The JDK's ByteArrayInputStream takes a lock
 * for every byte, and Pyrolite reads most bytes singly.
 */
final class BodyInput extends InputStream {

  private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
  private byte[] bytes = buffer.array();
  private int position;
  private int end;

  /** A buffer of this many bytes for the next body; {@link #start} begins reading it. */
  ByteBuffer bufferFor(int bodyBytes) {
    if (bodyBytes > bytes.length) {
      buffer = ByteBuffer.allocate((int) Math.max(bodyBytes, Math.min(2L * bytes.length, 1 << 30)));
      bytes = buffer.array();
    }
    return buffer.clear().limit(bodyBytes);
  }

  void start(int bodyBytes) {
    position = 0;
    end = bodyBytes;
  }

  /** Bytes not yet read. */
  @Override
  public int available() {
    return end - position;
  }

  @Override
  public int read() {
    return position < end ? bytes[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int from, int length) {
    if (length == 0) {
      return 0;
    }
    int count = Math.min(length, end - position);
    if (count <= 0) {
      return -1;
    }
    System.arraycopy(bytes, position, target, from, count);
    position += count;
    return count;
  }

  /** The unsigned little-endian number at the position, which does not move. */
  long peek(int numberBytes) {
    long value = 0;
    for (int i = Math.min(numberBytes, end - position) - 1; i >= 0; i--) {
      value = value << 8 | bytes[position + i] & 0xFF;
    }
    return value;
  }
}
