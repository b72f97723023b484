package bridgebench.bridge.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AllocatedBytesTest {
  private static final int BYTES = 50_000_000;

  @Test
  void whatAThreadHasAllocatedStaysWhenItSaysThatItEnds() throws InterruptedException {
    AllocatedBytes allocated = AllocatedBytes.fromNow();
    int[] length = new int[1];
    Thread thread =
        new Thread(
            () -> {
              length[0] = new byte[BYTES].length;
              AllocatedBytes.threadEnds();
            });
    thread.start();
    thread.join();

    assertThat(length[0]).isEqualTo(BYTES);
    assertThat(allocated.sinceThen().orElseThrow())
        .isGreaterThanOrEqualTo(BYTES)
        .isLessThan(2L * BYTES);
  }

  @Test
  void aThreadThatEndsWithoutAWordTakesNothingFromTheOthers() throws InterruptedException {
    byte[][] kept = new byte[1][];
    CountDownLatch hasAllocated = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Thread silent =
        new Thread(
            () -> {
              kept[0] = new byte[BYTES];
              hasAllocated.countDown();
              awaitQuietly(mayEnd);
            });
    silent.start();
    hasAllocated.await();
    AllocatedBytes allocated = AllocatedBytes.fromNow();
    kept[0] = new byte[1_000_000];
    mayEnd.countDown();
    silent.join();

    assertThat(allocated.sinceThen().orElseThrow()).isBetween(1_000_000L, (long) BYTES);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
