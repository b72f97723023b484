package bridgebench.jmh.runner;

import bridgebench.scenarios.suite.Timing;
import java.time.Duration;
import java.util.List;

/**
 * How long the rest of a run will take: the nominal duration of the iterations to come, and for
 * each fork what forks have taken beyond theirs so far.
 */
final class TimeEstimate {
  private long overheadNanos;
  private int forks;

  void forkTook(PlannedFork fork, long elapsedNanos) {
    overheadNanos += elapsedNanos - fork.iterationNanos();
    forks++;
  }

  Duration remaining(List<PlannedFork> toCome) {
    long perFork = forks == 0 ? Timing.FORK_START_NANOS : Math.max(0, overheadNanos / forks);
    return Duration.ofNanos(
        toCome.stream().mapToLong(fork -> fork.iterationNanos() + perFork).sum());
  }
}
