package bridgebench.bridge.task;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * When the batches of a task are to be sent. At a rate (an open loop) each has a time of its own,
 * which slow answers do not move: what a batch waits behind others, before it is even sent, belongs
 * to its response time (Tene, "How NOT to Measure Latency": coordinated omission). Without a rate a
 * batch is sent as soon as the channel takes it.
 */
final class Pace {

  private static final long NANOS_A_SECOND = TimeUnit.SECONDS.toNanos(1);

  /** A parked thread wakes up late by about the kernel's timer slack and the core's own wake-up. */
  private static final long SPIN_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

  private final long batchesPerSecond;
  private long beginNanos;

  /**
   * @param batchesPerSecond 0 for no rate
   */
  Pace(long batchesPerSecond) {
    this.batchesPerSecond = batchesPerSecond;
  }

  boolean isSteady() {
    return batchesPerSecond > 0;
  }

  /**
   * Begins a task, whose opening has been sent: the first batch is due one interval later, when the
   * worker has taken it in.
   */
  void begin() {
    beginNanos = System.nanoTime();
  }

  /** When a batch of the task is due, on the clock of {@code System.nanoTime()}. */
  long dueNanos(long batch) {
    long seconds = (batch + 1) / batchesPerSecond;
    long rest = (batch + 1) % batchesPerSecond;
    return beginNanos + seconds * NANOS_A_SECOND + rest * NANOS_A_SECOND / batchesPerSecond;
  }

  /** Waits until a batch is due; not at all for one that is late. */
  void awaitDue(long batch) {
    long due = dueNanos(batch);
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      if (left > SPIN_NANOS) {
        LockSupport.parkNanos(this, left - SPIN_NANOS);
      } else {
        Thread.onSpinWait();
      }
    }
  }
}
