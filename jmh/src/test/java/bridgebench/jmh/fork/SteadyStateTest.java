package bridgebench.jmh.fork;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.scenarios.run.IterationRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SteadyStateTest {

  private static List<IterationRecord> iterations(long... nanosPerOperation) {
    return LongStream.of(nanosPerOperation)
        .mapToObj(
            nanos ->
                new IterationRecord(
                    10, 10 * nanos, 0, 0, 0, 0, Map.of(), Map.of(), Map.of(), Map.of(), Map.of()))
        .toList();
  }

  @Test
  void warmupHasNotEndedWhileItsLastIterationsAreTheFastest() {
    assertThat(SteadyState.warmupEnded(iterations(900, 500, 300, 200, 150), 2)).isFalse();
  }

  @Test
  void warmupHasEndedWhenNothingBecomesFasterAnyMore() {
    assertThat(SteadyState.warmupEnded(iterations(900, 500, 202, 200, 198), 2)).isTrue();
  }

  @Test
  void aDisturbedLastIterationDoesNotProlongWarmup() {
    assertThat(SteadyState.warmupEnded(iterations(900, 200, 200, 199, 700), 2)).isTrue();
  }

  @Test
  void aLongerRoundIsComparedWithAllBeforeIt() {
    assertThat(SteadyState.warmupEnded(iterations(900, 500, 300, 310, 450), 3)).isFalse();
    assertThat(SteadyState.warmupEnded(iterations(900, 300, 300, 310, 450), 3)).isTrue();
  }

  @Test
  void nothingIsToldFromTwoWarmupIterations() {
    assertThat(SteadyState.warmupEnded(iterations(900, 100), 2)).isTrue();
  }
}
