package bridgebench.bridge.codec.arrow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of 0 or 1 as eight bits, the first lowest, and back. */
final class Bits {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Multiplying by it moves bit 8·k of a long to bit 56 + k. */
  private static final long GATHER = 0x0102040810204080L;

  private static final long[] SPREAD = spread();

  private Bits() {}

  /** Packs bytes {@code from} to {@code from + 7}, each 0 or 1. */
  static byte pack(byte[] bytes, int from) {
    return (byte) (((long) LONGS.get(bytes, from) * GATHER) >>> 56);
  }

  /** Unpacks eight bits into bytes {@code at} to {@code at + 7}. */
  static void unpack(byte bits, byte[] bytes, int at) {
    LONGS.set(bytes, at, SPREAD[bits & 0xFF]);
  }

  private static long[] spread() {
    long[] table = new long[256];
    for (int bits = 0; bits < 256; bits++) {
      for (int i = 0; i < 8; i++) {
        table[bits] |= (long) (bits >> i & 1) << (8 * i);
      }
    }
    return table;
  }
}
