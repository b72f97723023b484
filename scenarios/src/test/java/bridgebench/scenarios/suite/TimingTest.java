package bridgebench.scenarios.suite;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Resolution;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TimingTest {

  @Test
  void aScenarioTakesItsIterationsAndTheStartOfItsForks() {
    Timing timing = new Timing(3, 2, 1_000_000L, 4, 10_000_000L, 2);

    assertThat(timing.iterationNanos()).isEqualTo(3 * 42_000_000L);
    assertThat(planned("udf", timing).expectedNanos())
        .isEqualTo(timing.iterationNanos() + 3 * Timing.FORK_START_NANOS);
  }

  @Test
  void anIterationOfWorkerStartIsOneStartHoweverLongIterationsAre() {
    assertThat(planned("worker-start", new Timing(3, 2, 1_000_000L, 4, 10_000_000L, 2)))
        .extracting(PlannedScenario::expectedNanos)
        .isEqualTo(3 * Timing.FORK_START_NANOS);
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
    assertThat(planned("udf", longest).expectedNanos()).isEqualTo(Long.MAX_VALUE);
  }

  private static PlannedScenario planned(String path, Timing timing) {
    return new PlannedScenario(
        Resolution.scenario(Map.of(Axis.PATH, path), Path.of("").toAbsolutePath()), timing);
  }
}
