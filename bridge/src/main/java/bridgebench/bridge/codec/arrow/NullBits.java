package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.Column;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.arrow.memory.BufferAllocator;

/**
 * Collects which rows of a batch are null and packs them into a validity bitmap, which is left out,
 * as the format allows, where no row is null.
 */
final class NullBits implements AutoCloseable {

  private final OutBuffer bitmap;
  private byte[] nulls = {};
  private int count;

  NullBits(BufferAllocator allocator) {
    this.bitmap = new OutBuffer(allocator);
  }

  void clear() {
    if (count != 0) {
      Arrays.fill(nulls, (byte) 0);
      count = 0;
    }
  }

  int count() {
    return count;
  }

  void set(int row) {
    ensureRows(row + 1);
    nulls[row] = 1;
    count++;
  }

  void append(Column source, int from, int rows, int at) {
    ensureRows(at + rows);
    byte[] sourceNulls = source.nulls();
    for (int i = 0; i < rows; i++) {
      nulls[at + i] = sourceNulls[from + i];
      count += sourceNulls[from + i];
    }
  }

  /** The bitmap, in which a set bit stands for a value. */
  OutBuffer packed(int rows) {
    if (count == 0) {
      bitmap.setLength(0);
      return bitmap;
    }
    ensureRows(rows);
    int length = (rows + 7) / 8;
    ByteBuffer bits = bitmap.bytes(length);
    for (int i = 0; i < length; i++) {
      bits.put(i, (byte) ~Bits.pack(nulls, i * 8));
    }
    bitmap.setLength(length);
    return bitmap;
  }

  @Override
  public void close() {
    bitmap.close();
  }

  private void ensureRows(int rows) {
    if (nulls.length < rows + 8) {
      nulls = Arrays.copyOf(nulls, Math.max(rows + 8, 2 * nulls.length));
    }
  }
}
