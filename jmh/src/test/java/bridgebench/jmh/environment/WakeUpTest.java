package bridgebench.jmh.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WakeUpTest {

  @Test
  void wakingAThreadTakesSomeTimeAndLeavesNoThread() {
    long nanos = WakeUp.medianNanos();
    assertThat(nanos).isBetween(1L, Duration.ofMillis(20).toNanos());
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().equals("bridgebench-sleeper"))
        .allSatisfy(
            thread -> {
              thread.join(Duration.ofSeconds(10).toMillis());
              assertThat(thread.isAlive()).isFalse();
            });
  }
}
