package bridgebench.bridge.task;

import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;

/**
 * How long each batch took, from the moment it was encoded, just before its first byte went into
 * the writer's buffer or to the channel, until every value of its answer was decoded and checked,
 * and how many batches were under way then. At a steady pace also from the moment it was due: its
 * response time.
 *
 * <p>One thread marks what is sent, one what is answered. Every batch is recorded; only beyond a
 * million batches a task is it every second, third and so on.
 */
final class Latencies {

  private static final int MAX_MARKS = 1 << 20;
  private static final long HIGHEST_NANOS = 3_600_000_000_000L;
  private static final int SIGNIFICANT_DIGITS = 3;

  private final AtomicLongArray sentNanos;
  private final long stride;
  private boolean on = true;
  private final Histogram nanos = new Histogram(HIGHEST_NANOS, SIGNIFICANT_DIGITS);
  private final Histogram responseNanos = new Histogram(HIGHEST_NANOS, SIGNIFICANT_DIGITS);
  private final Histogram inFlight = new Histogram(SIGNIFICANT_DIGITS);
  private final Pace pace;

  // Marks of the thread that sends, read by the one that reads.
  private final AtomicLongArray sent = new AtomicLongArray(1);

  /**
   * @param batches in one task
   * @param pace at which the task's batches are due
   */
  Latencies(long batches, Pace pace) {
    this.pace = pace;
    stride = Math.max(1, (batches + MAX_MARKS - 1) / MAX_MARKS);
    sentNanos = new AtomicLongArray((int) Math.max(1, (batches + stride - 1) / stride));
  }

  /** Whether the batch is one of those recorded. */
  boolean records(long batch) {
    return on && (stride == 1 || batch % stride == 0);
  }

  /** Switches recording between two tasks. */
  void turn(boolean on) {
    this.on = on;
  }

  /** Marks a batch that is about to be written; on the sending thread. */
  void sending(long batch, long nowNanos) {
    sentNanos.setRelease((int) (batch / stride), nowNanos);
    sent.setRelease(0, batch + 1);
  }

  /** Records a batch whose answer has been checked; on the reading thread. */
  void answered(long batch, long nowNanos) {
    // The pace's own marks are older than this one, and seen with it.
    record(nanos, nowNanos - sentNanos.getAcquire((int) (batch / stride)));
    if (pace.isSteady()) {
      record(responseNanos, nowNanos - pace.dueNanos(batch));
    }
    inFlight.recordValue(Math.max(1, sent.getAcquire(0) - batch));
  }

  Histogram nanos() {
    return nanos;
  }

  /** Empty where batches are sent as the channel takes them. */
  Histogram responseNanos() {
    return responseNanos;
  }

  Histogram inFlight() {
    return inFlight;
  }

  void reset() {
    nanos.reset();
    responseNanos.reset();
    inFlight.reset();
  }

  private static void record(Histogram histogram, long tookNanos) {
    histogram.recordValue(Math.min(Math.max(0, tookNanos), HIGHEST_NANOS));
  }
}
