package bridgebench.bridge.worker;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Notices that nothing moves. One thread looks at every armed worker's byte counts now and then, so
 * that reads and writes themselves need no time-out.
 */
final class Watch implements AutoCloseable {

  private static final ScheduledExecutorService WATCHER =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "bridgebench-watch");
            thread.setDaemon(true);
            return thread;
          });

  private static final long SHORTEST_LOOK_MILLIS = 20;
  private static final long LONGEST_LOOK_MILLIS = 1_000;

  private final long patienceNanos;
  private final Runnable expire;
  private final Future<?> looking;

  private volatile LongSupplier progress = () -> 0;

  /**
   * Counts arming and disarming: odd while armed. Written by one thread at a time, without waiting.
   */
  private final AtomicLong turns = new AtomicLong();

  // Of the watcher's thread.
  private long seenTurn;
  private long seenProgress;
  private long seenAtNanos;

  /**
   * @param patience how long nothing may move while armed
   * @param expire what to do then, once; runs on a thread of its own
   */
  Watch(Duration patience, Runnable expire) {
    this.patienceNanos = patience.toNanos();
    this.expire = expire;
    long lookMillis =
        Math.max(SHORTEST_LOOK_MILLIS, Math.min(LONGEST_LOOK_MILLIS, patience.toMillis() / 10));
    this.looking =
        WATCHER.scheduleWithFixedDelay(this::look, lookMillis, lookMillis, TimeUnit.MILLISECONDS);
  }

  /** What grows while things move. */
  void progress(LongSupplier progress) {
    this.progress = progress;
  }

  /** Something is expected from now on. */
  void arm() {
    turns.lazySet(turns.getPlain() | 1);
  }

  /** Nothing is expected any more. */
  void disarm() {
    turns.lazySet((turns.getPlain() + 1) & ~1L);
  }

  @Override
  public void close() {
    looking.cancel(false);
  }

  private void look() {
    long turn = turns.get();
    long moved = progress.getAsLong();
    long now = System.nanoTime();
    boolean armed = (turn & 1) == 1;
    if (!armed || turn != seenTurn || moved != seenProgress) {
      seenTurn = turn;
      seenProgress = moved;
      seenAtNanos = now;
    } else if (now - seenAtNanos > patienceNanos) {
      close();
      Thread thread = new Thread(expire, "bridgebench-deadline");
      thread.setDaemon(true);
      thread.start();
    }
  }
}
