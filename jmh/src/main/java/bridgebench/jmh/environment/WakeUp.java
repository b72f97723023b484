package bridgebench.jmh.environment;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a waiting thread takes until it runs again on a core that was idle. Two processes that
 * answer each other pay for it in each direction: a sleeping core has to leave a power state, and
 * in a virtual machine the hypervisor has to be asked. To be measured where there are two cores at
 * least: one is kept busy by the waker.
 */
public final class WakeUp {

  private static final int TRIES = 200;
  private static final long IDLE_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
  private static final long GIVE_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private volatile long wokenAt = System.nanoTime();
  private volatile boolean over;

  private WakeUp() {}

  /**
   * Nanoseconds from the call that wakes a thread to its first step: the median of 200, before each
   * of which both threads sleep for half a millisecond. Takes about 0.2 s on a quiet machine.
   */
  public static long medianNanos() {
    return new WakeUp().median();
  }

  private long median() {
    Thread sleeper = new Thread(this::sleepAgainAndAgain, "bridgebench-sleeper");
    sleeper.setDaemon(true);
    sleeper.start();
    long[] nanos = new long[TRIES];
    Arrays.setAll(nanos, i -> wake(sleeper));
    over = true;
    LockSupport.unpark(sleeper);
    Arrays.sort(nanos);
    return nanos[TRIES / 2];
  }

  private void sleepAgainAndAgain() {
    while (!over) {
      LockSupport.park();
      wokenAt = System.nanoTime();
    }
  }

  // The waker keeps its core busy, so that the sleeper needs the other.
  private long wake(Thread sleeper) {
    LockSupport.parkNanos(IDLE_NANOS);
    long begin = System.nanoTime();
    LockSupport.unpark(sleeper);
    long now = begin;
    while (wokenAt - begin <= 0 && now - begin < GIVE_UP_NANOS) {
      Thread.onSpinWait();
      now = System.nanoTime();
    }
    long woken = wokenAt;
    return woken - begin > 0 ? woken - begin : GIVE_UP_NANOS;
  }
}
