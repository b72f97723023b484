package bridgebench.bridge.task;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread that lives as long as its session and waits between tasks: starting one costs more than
 * a small task.
 */
final class WriterThread implements AutoCloseable {

  /** What the thread is to do once. */
  interface Work {
    void run() throws Exception;
  }

  private static final int SPINS = 200;
  private static final long END_MILLIS = 2_000;

  private final Thread thread;
  private volatile @Nullable Work work;
  private volatile @Nullable Thread waiter;
  private volatile boolean ending;
  private @Nullable Throwable failure;

  WriterThread(String name) {
    thread = new Thread(this::live, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Hands over some work; the work before must have ended. */
  void begin(Work next) {
    failure = null;
    work = next;
    LockSupport.unpark(thread);
  }

  /** Waits until the work has ended; returns what it threw, or null. */
  @Nullable Throwable awaitEnd() {
    boolean interrupted = false;
    for (int spin = 0; work != null && spin < SPINS; spin++) {
      Thread.onSpinWait();
    }
    waiter = Thread.currentThread();
    while (work != null) {
      LockSupport.park(this);
      // The work must end before its buffers do; the interrupt is kept for whoever asks next.
      interrupted |= Thread.interrupted();
    }
    waiter = null;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return failure;
  }

  @Override
  public void close() {
    end();
  }

  /** Ends the thread once its work has ended; waits for that a while, and says whether it came. */
  boolean end() {
    ending = true;
    LockSupport.unpark(thread);
    boolean interrupted = Thread.interrupted();
    try {
      TimeUnit.MILLISECONDS.timedJoin(thread, END_MILLIS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  private void live() {
    while (!ending) {
      Work now = work;
      if (now == null) {
        LockSupport.park(this);
        continue;
      }
      try {
        now.run();
      } catch (Throwable e) {
        failure = e;
      }
      work = null;
      LockSupport.unpark(waiter);
    }
  }
}
