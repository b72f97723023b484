package bridgebench.bridge.rows;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * 64 bits of a sequence, folded in one after the other. Each step goes through the finalizer of
 * SplitMix64 (Steele, Lea and Flood, 2014), so that sequences which differ in a value, in the order
 * or in their length differ here too, but for one pair in 2^64.
 */
public final class Hash {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Hash() {}

  /** Folds one more value into a hash; the first is folded into the length of the sequence. */
  public static long step(long hash, long value) {
    return mix(hash * GOLDEN_GAMMA + value);
  }

  /** The finalizer of SplitMix64: a bijection that spreads every bit over all. */
  public static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Of a stretch of an array, eight bytes at a step. */
  static long ofBytes(byte[] bytes, int from, int length) {
    long hash = length;
    int at = from;
    int end = from + length;
    for (; at <= end - Long.BYTES; at += Long.BYTES) {
      hash = step(hash, (long) EIGHT_BYTES.get(bytes, at));
    }
    long rest = 0;
    for (int shift = 0; at < end; at++, shift += Byte.SIZE) {
      rest |= (bytes[at] & 0xFFL) << shift;
    }
    return step(hash, rest);
  }
}
