package bridgebench.jmh.environment;

import java.util.Arrays;

/**
 * Work that is always the same: arithmetic, and copying what is larger than a core's caches. How
 * long it takes tells the machine's speed at the moment, which no counter does where the hypervisor
 * shares caches, memory and clock rate with others. Takes about 15 ms. For one thread.
 */
public final class FixedWork {

  private static final int TRIES = 3;
  private static final int WARM_UP = 20;
  private static final int STEPS = 1_500_000;
  private static final int COPIES = 3;
  private static final int COPIED_BYTES = 8 << 20;

  private final byte[] from = new byte[COPIED_BYTES];
  private final byte[] to = new byte[COPIED_BYTES];
  private long result;

  /** Works until the compiler is done. */
  public FixedWork() {
    for (int i = 0; i < WARM_UP; i++) {
      timed();
    }
  }

  /**
   * Nanoseconds that the work takes: the fastest of three tries, so that an interruption does not
   * count, and slowness does.
   */
  public long nanos() {
    long[] tries = new long[TRIES];
    Arrays.setAll(tries, i -> timed());
    return Arrays.stream(tries).min().orElseThrow();
  }

  private long timed() {
    long begin = System.nanoTime();
    calculate();
    copy();
    return System.nanoTime() - begin;
  }

  /** Steps of xorshift64 (Marsaglia, Journal of Statistical Software 8:14, 2003), multiplied. */
  private void calculate() {
    long x = 88_172_645_463_325_252L + result;
    long sum = 0;
    for (int i = 0; i < STEPS; i++) {
      x ^= x << 13;
      x ^= x >>> 7;
      x ^= x << 17;
      sum += x * 0x9E37_79B9_7F4A_7C15L;
    }
    result = sum;
  }

  private void copy() {
    for (int i = 0; i < COPIES; i++) {
      from[i] = (byte) result;
      System.arraycopy(from, 0, to, 0, COPIED_BYTES);
    }
    result += to[COPIES - 1];
  }
}
