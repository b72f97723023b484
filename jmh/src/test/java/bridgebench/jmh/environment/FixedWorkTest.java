package bridgebench.jmh.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FixedWorkTest {

  @Test
  void theWorkTakesAsLongAsTheFastestOfItsTriesAndNoLongerThanTheCall() {
    FixedWork work = new FixedWork();
    long begin = System.nanoTime();
    long nanos = work.nanos();
    long call = System.nanoTime() - begin;
    // 1.5 million dependent steps and 24 MB of copying cannot be done in less than 0.1 ms.
    assertThat(nanos).isBetween(100_000L, call / 3);
  }
}
