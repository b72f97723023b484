package bridgebench.scenarios.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TimingTest {

  @Test
  void aScenarioTakesItsIterationsAndTheStartOfItsForks() {
    Timing timing = new Timing(3, 2, 1_000_000L, 4, 10_000_000L, 2);

    assertThat(timing.iterationNanos()).isEqualTo(3 * 42_000_000L);
    assertThat(timing.expectedNanos())
        .isEqualTo(timing.iterationNanos() + 3 * Timing.FORK_START_NANOS);
  }

  @Test
  void theLongestTimingThatASuiteMayAskForIsNotNegative() {
    Timing longest =
        new Timing(
            Timing.MAX_FORKS,
            Timing.MAX_ITERATIONS,
            Timing.MAX_ITERATION_NANOS,
            Timing.MAX_ITERATIONS,
            Timing.MAX_ITERATION_NANOS,
            2);

    assertThat(longest.iterationNanos()).isEqualTo(Long.MAX_VALUE);
    assertThat(longest.expectedNanos()).isEqualTo(Long.MAX_VALUE);
  }
}
