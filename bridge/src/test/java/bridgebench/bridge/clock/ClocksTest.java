package bridgebench.bridge.clock;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.scenarios.run.Stage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ClocksTest {

  @Property
  void theBoundsAlwaysHoldTheTrueOffset(
      @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long offset,
      @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 0, max = 100_000) Long> delays) {
    ClockOffset bounds = ClockOffset.unknown();
    long now = 5_000_000_000L;
    for (long delay : delays) {
      long sent = now;
      long read = sent + delay / 3;
      long received = sent + delay;
      bounds = bounds.narrowedBy(sent, read + offset, received);
      now = received;
    }
    assertThat(offset).isBetween(bounds.lowNanos(), bounds.highNanos());
    assertThat(bounds.exchanges()).isEqualTo(delays.size());
    assertThat(bounds.verified()).isEqualTo(bounds.lowNanos() <= 0 && bounds.highNanos() >= 0);
  }

  @Test
  void nothingIsVerifiedBeforeTheFirstExchange() {
    assertThat(ClockOffset.unknown().verified()).isFalse();
    assertThat(ClockOffset.unknown().narrowedBy(10, 500, 20).verified()).isFalse();
    assertThat(ClockOffset.unknown().narrowedBy(10, 15, 20).verified()).isTrue();
  }

  @Test
  void consecutiveStagesLeaveNoGap() {
    StageClock clock = new StageClock(true);
    long before = System.nanoTime();
    clock.start();
    long begin = clock.mark();
    for (int i = 0; i < 1000; i++) {
      clock.finished(Stage.JVM_READ);
      clock.finished(Stage.JVM_DECODE);
    }
    long all = clock.nanos(Stage.JVM_READ) + clock.nanos(Stage.JVM_DECODE);
    assertThat(all).isEqualTo(clock.mark() - begin).isLessThanOrEqualTo(System.nanoTime() - before);
  }

  @Test
  void aClockThatIsOffMeasuresNothing() {
    StageClock clock = new StageClock(false);
    clock.start();
    clock.finished(Stage.JVM_READ);
    Map<String, Long> stages = new HashMap<>();
    clock.addTo(stages);
    assertThat(stages).isEmpty();
  }

  @Test
  void aThreadsCpuTimeIsItsOwn() throws InterruptedException {
    try (ThreadUsage usage = new ThreadUsage()) {
      usage.start();
      Thread other = new Thread(() -> spin(20_000_000));
      other.start();
      other.join();
      usage.stop();
      long idle = usage.cpuNanos();
      usage.start();
      spin(50_000_000);
      usage.stop();
      assertThat(usage.cpuNanos()).isGreaterThan(idle).isPositive();
      assertThat(usage.runQueueNanos()).isNotNegative();
    }
  }

  private static void spin(long cpuNanos) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + cpuNanos;
    while (threads.getCurrentThreadCpuTime() < end) {
      Thread.onSpinWait();
    }
  }
}
