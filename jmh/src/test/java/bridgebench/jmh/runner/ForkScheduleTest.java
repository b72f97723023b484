package bridgebench.jmh.runner;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.suite.PlannedScenario;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForkScheduleTest {
  private static final List<PlannedScenario> SCENARIOS =
      List.of(planned("a", 2), planned("b", 4), planned("c", 4), planned("d", 4), planned("e", 2));

  private static PlannedScenario planned(String id, int forks) {
    return new PlannedScenario(
        TestSuites.scenario(id, BridgePath.UDF, Map.of()), TestSuites.timing(forks));
  }

  @Test
  void everyForkOfEveryScenarioComesOnce() {
    assertThat(ForkSchedule.interleaved(SCENARIOS, 1))
        .extracting(fork -> fork.scenario().id() + fork.fork())
        .containsExactlyInAnyOrder(
            "a0", "a1", "b0", "b1", "b2", "b3", "c0", "c1", "c2", "c3", "d0", "d1", "d2", "d3",
            "e0", "e1");
  }

  @Test
  void forkNumbersNeverDecreaseAlongTheOrder() {
    assertThat(ForkSchedule.interleaved(SCENARIOS, 1)).extracting(PlannedFork::fork).isSorted();
  }

  @Test
  void sequenceNumbersAreThePlacesInTheOrder() {
    List<PlannedFork> order = ForkSchedule.interleaved(SCENARIOS, 1);

    assertThat(order)
        .extracting(PlannedFork::sequence)
        .containsExactlyElementsOf(IntStream.range(0, order.size()).boxed().toList());
  }

  @Test
  void roundsAreShuffledSoThatNoScenarioIsAlwaysFirst() {
    List<PlannedFork> order = ForkSchedule.interleaved(SCENARIOS, 1);

    assertThat(ids(order, 0)).isNotEqualTo(ids(order, 1));
    assertThat(ids(order, 0)).containsExactlyInAnyOrderElementsOf(ids(order, 1));
  }

  @Test
  void theSeedFixesTheOrder() {
    assertThat(ForkSchedule.interleaved(SCENARIOS, 5))
        .isEqualTo(ForkSchedule.interleaved(SCENARIOS, 5))
        .isNotEqualTo(ForkSchedule.interleaved(SCENARIOS, 6));
  }

  private static List<String> ids(List<PlannedFork> order, int round) {
    return order.stream()
        .filter(fork -> fork.fork() == round)
        .map(fork -> fork.scenario().id())
        .toList();
  }
}
