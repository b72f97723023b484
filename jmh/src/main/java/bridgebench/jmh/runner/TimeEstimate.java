package bridgebench.jmh.runner;

import bridgebench.scenarios.suite.Timing;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the rest of a run will take: the nominal duration of the iterations to come, and for
 * each fork what forks of its scenario have taken beyond theirs; of a scenario without a fork what
 * all have taken, with a usual start as one more, so that the first fork does not speak for all.
 */
final class TimeEstimate {

  private final Overhead ofAll = new Overhead();
  private final Map<String, Overhead> byScenario = new HashMap<>();

  TimeEstimate() {
    ofAll.add(Timing.FORK_START_NANOS);
  }

  void forkTook(PlannedFork fork, long elapsedNanos) {
    long beyond = elapsedNanos - fork.iterationNanos();
    ofAll.add(beyond);
    byScenario.computeIfAbsent(fork.scenario().id(), id -> new Overhead()).add(beyond);
  }

  Duration remaining(List<PlannedFork> toCome) {
    return Duration.ofNanos(
        toCome.stream()
            .mapToLong(
                fork ->
                    fork.iterationNanos()
                        + byScenario.getOrDefault(fork.scenario().id(), ofAll).mean())
            .sum());
  }

  /** What some forks took beyond their iterations. */
  private static final class Overhead {
    private long nanos;
    private int forks;

    void add(long beyond) {
      nanos += beyond;
      forks++;
    }

    long mean() {
      return Math.max(0, nanos / forks);
    }
  }
}
