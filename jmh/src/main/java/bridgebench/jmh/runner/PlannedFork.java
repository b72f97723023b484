package bridgebench.jmh.runner;

import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.suite.PlannedScenario;
import bridgebench.scenarios.suite.Timing;

/**
 * One fork of a run's plan.
 *
 * @param sequence 0-based place in the interleaved order
 * @param fork 0-based number within its scenario
 */
public record PlannedFork(int sequence, int fork, Scenario scenario, Timing timing) {

  /** The nominal duration of its iterations; 0 where one is a single start of a worker. */
  long iterationNanos() {
    return new PlannedScenario(scenario, timing).forkIterationNanos();
  }
}
