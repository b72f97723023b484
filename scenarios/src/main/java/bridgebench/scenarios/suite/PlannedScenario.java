package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.Scenario;

/** A scenario of a suite with the timing that satisfies every question which asks for it. */
public record PlannedScenario(Scenario scenario, Timing timing) {

  /**
   * The nominal duration of all iterations of one fork; 0 where an iteration is one start of a
   * worker, however long the suite's iterations are.
   */
  public long forkIterationNanos() {
    return scenario.path() == BridgePath.WORKER_START ? 0 : timing.forkNanos();
  }

  /** The time that the scenario takes, unless its operations outlast their iterations. */
  public long expectedNanos() {
    return (long) ((double) timing.forks() * (forkIterationNanos() + Timing.FORK_START_NANOS));
  }
}
