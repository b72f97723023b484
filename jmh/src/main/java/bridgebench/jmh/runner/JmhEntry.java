package bridgebench.jmh.runner;

import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.suite.PlannedScenario;
import java.util.List;
import java.util.SortedMap;
import org.openjdk.jmh.annotations.Mode;

/**
 * A scenario as an entry of JMH's results.
 *
 * @param planned the scenario
 * @param forks its forks, none of which failed
 * @param primary the score
 * @param secondary other metrics by label
 */
record JmhEntry(
    PlannedScenario planned,
    List<ForkRecord> forks,
    JmhMetric primary,
    SortedMap<String, JmhMetric> secondary) {

  Mode mode() {
    return BenchmarkNames.mode(planned.scenario().path());
  }
}
