package bridgebench.bridge.task;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps memory from being freed under a thread that uses it, when the end of the program closes a
 * session in the middle of an operation.
 */
final class SharedUse {

  private static final long CLOSE_MILLIS = 5_000;

  private final ReentrantLock use = new ReentrantLock();
  private boolean closed;

  /**
   * Does what uses the memory.
   *
   * @throws IllegalStateException when it has been freed
   */
  <T> T during(Supplier<T> work) {
    use.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the session is closed");
      }
      return work.get();
    } finally {
      use.unlock();
    }
  }

  /**
   * Frees the memory, once, when nothing uses it. What goes on for longer than 5 seconds keeps it:
   * the process is ending then.
   */
  void end(Runnable free) {
    if (!awaitUse()) {
      return;
    }
    try {
      if (!closed) {
        closed = true;
        free.run();
      }
    } finally {
      use.unlock();
    }
  }

  private boolean awaitUse() {
    if (use.tryLock()) {
      return true;
    }
    try {
      return use.tryLock(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
