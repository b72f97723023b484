package bridgebench.jmh.runner;

import bridgebench.scenarios.suite.PlannedScenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The order of a run's forks. Forks of different scenarios are interleaved, so that a noisy minute
 * hits every arm of a comparison: round {@code i} holds fork {@code i} of every scenario that has
 * one, in an order shuffled by the run's seed, and rounds follow each other.
 */
final class ForkSchedule {
  private ForkSchedule() {}

  /** The same scenarios and seed give the same order. */
  static List<PlannedFork> interleaved(List<PlannedScenario> scenarios, long seed) {
    Random random = new Random(seed);
    List<PlannedFork> order = new ArrayList<>();
    int rounds = scenarios.stream().mapToInt(s -> s.timing().forks()).max().orElse(0);
    for (int round = 0; round < rounds; round++) {
      List<PlannedScenario> members = membersOf(round, scenarios);
      Collections.shuffle(members, random);
      for (PlannedScenario member : members) {
        order.add(new PlannedFork(order.size(), round, member.scenario(), member.timing()));
      }
    }
    return List.copyOf(order);
  }

  private static List<PlannedScenario> membersOf(int round, List<PlannedScenario> scenarios) {
    List<PlannedScenario> members = new ArrayList<>();
    for (PlannedScenario scenario : scenarios) {
      if (scenario.timing().forks() > round) {
        members.add(scenario);
      }
    }
    return members;
  }
}
