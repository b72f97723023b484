package bridgebench.bridge.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllocatedBytesTest {
  private static final int BYTES = 50_000_000;

  @Test
  void whatAThreadHasAllocatedStaysWhenItSaysThatItEnds() throws InterruptedException {
    long before = AllocatedBytes.now().orElseThrow();
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
    assertThat(AllocatedBytes.now().orElseThrow() - before)
        .isGreaterThanOrEqualTo(BYTES)
        .isLessThan(2L * BYTES);
  }
}
