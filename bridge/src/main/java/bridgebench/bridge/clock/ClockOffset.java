package bridgebench.bridge.clock;

/**
 * Bounds of Python's {@code time.monotonic_ns()} minus {@code System.nanoTime()}. A reading that
 * Python takes between two of ours bounds the difference from both sides; the tightest bounds of
 * many exchanges hold.
 *
 * @param lowNanos the offset is at least this
 * @param highNanos the offset is at most this
 * @param exchanges how many exchanges the bounds come from
 */
public record ClockOffset(long lowNanos, long highNanos, int exchanges) {

  /** No exchange yet: nothing is known. */
  public static ClockOffset unknown() {
    return new ClockOffset(Long.MIN_VALUE, Long.MAX_VALUE, 0);
  }

  /** The bounds after one more exchange: sent, read by Python, received. */
  public ClockOffset narrowedBy(long sentNanos, long pythonNanos, long receivedNanos) {
    return new ClockOffset(
        Math.max(lowNanos, pythonNanos - receivedNanos),
        Math.min(highNanos, pythonNanos - sentNanos),
        exchanges + 1);
  }

  /** Whether both may read one clock: an offset of 0 lies within the bounds. */
  public boolean verified() {
    return exchanges > 0 && lowNanos <= 0 && 0 <= highNanos;
  }
}
