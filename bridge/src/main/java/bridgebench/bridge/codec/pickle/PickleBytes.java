package bridgebench.bridge.codec.pickle;

import bridgebench.bridge.codec.EncodedBatch;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The bytes of one pickle. The JDK's ByteArrayOutputStream takes a lock for every byte, and
 * Pyrolite writes most bytes singly.
 */
final class PickleBytes extends OutputStream implements EncodedBatch {

  private byte[] bytes = new byte[1 << 12];
  private int count;
  private ByteBuffer[] parts = {ByteBuffer.wrap(bytes)};

  void clear() {
    count = 0;
  }

  /** What has been written since {@link #clear}, until the next. */
  EncodedBatch encoded() {
    if (parts[0].array() != bytes) {
      parts = new ByteBuffer[] {ByteBuffer.wrap(bytes)};
    }
    parts[0].clear().limit(count);
    return this;
  }

  @Override
  public void write(int value) {
    if (count == bytes.length) {
      grow(1);
    }
    bytes[count++] = (byte) value;
  }

  @Override
  public void write(byte[] source, int from, int length) {
    if (length > bytes.length - count) {
      grow(length);
    }
    System.arraycopy(source, from, bytes, count, length);
    count += length;
  }

  @Override
  public int frameBytes() {
    return count;
  }

  @Override
  public ByteBuffer[] parts() {
    return parts;
  }

  private void grow(int needed) {
    int least = Math.addExact(count, needed);
    bytes = Arrays.copyOf(bytes, (int) Math.max(least, Math.min(2L * bytes.length, 1 << 30)));
  }
}
