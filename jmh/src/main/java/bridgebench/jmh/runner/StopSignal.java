package bridgebench.jmh.runner;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request to stop, made once by any thread. */
final class StopSignal {
  private static final long SOON_MILLIS = 300;

  private final CountDownLatch requested = new CountDownLatch(1);

  void request() {
    requested.countDown();
  }

  boolean isRequested() {
    return requested.getCount() == 0;
  }

  /**
   * Whether a stop is requested now or within a moment: a terminal sends Ctrl-C to the fork as
   * well, which may end before this process has handled its own signal.
   */
  boolean isRequestedSoon() {
    try {
      return requested.await(SOON_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return isRequested();
    }
  }
}
