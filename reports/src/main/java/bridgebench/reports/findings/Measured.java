package bridgebench.reports.findings;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.ForkRecord;
import java.util.List;

/**
 * An arm with the finished forks that it was made of.
 *
 * @param arm the arm
 * @param finished its finished forks, by number
 */
record Measured(Arm arm, List<ForkRecord> finished) {

  Scenario scenario() {
    return arm.scenario();
  }

  String word(Axis axis) {
    return String.valueOf(arm.scenario().word(axis));
  }

  /** One value per fork; empty when the arm does not have the metric. */
  double[] values(Metric metric) {
    return MetricValues.of(metric, arm.scenario(), finished);
  }

  /** Speed of every iteration of every fork: greater is faster. */
  double[][] speeds(Metric metric) {
    return MetricValues.speeds(metric, arm.scenario(), finished);
  }

  /** Speed of every fork: greater is faster. */
  double[] forkSpeeds(Metric metric) {
    double[] values = values(metric).clone();
    if (!metric.moreIsFaster()) {
      for (int i = 0; i < values.length; i++) {
        values[i] = 1 / values[i];
      }
    }
    return values;
  }

  boolean has(Metric metric) {
    return arm.figures().get(metric) != null;
  }
}
