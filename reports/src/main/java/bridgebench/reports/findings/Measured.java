package bridgebench.reports.findings;

import bridgebench.reports.statistics.SampleMedian;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.run.ForkRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An arm with the finished forks that it was made of. */
final class Measured {

  private final Arm arm;
  private final List<ForkRecord> finished;
  // Every comparison, crossover and ranking of the arm asks again.
  private final Map<Metric, double[][]> speeds = new EnumMap<>(Metric.class);

  /**
   * @param arm the arm
   * @param finished its finished forks, by number
   */
  Measured(Arm arm, List<ForkRecord> finished) {
    this.arm = arm;
    this.finished = finished;
  }

  Arm arm() {
    return arm;
  }

  /** How many forks finished. */
  int forks() {
    return finished.size();
  }

  Scenario scenario() {
    return arm.scenario();
  }

  String word(Axis axis) {
    return String.valueOf(arm.scenario().word(axis));
  }

  /** How many forks were begun, those that failed included. */
  int allForks() {
    return arm.failedForks() + finished.size();
  }

  boolean has(Metric metric) {
    return arm.figures().get(metric) != null;
  }

  /** Whether the arm may be set against others: it has the figure, and nothing of it failed. */
  boolean comparable(Metric metric) {
    return PairRefusal.problem(this, metric) == null;
  }

  /** Whether nothing crosses: the floor of its question, not a competitor. */
  boolean isFloor() {
    return Mode.JVM.word().equals(arm.scenario().word(Axis.MODE));
  }

  /**
   * The share of its operations' time that a stage takes: the median over forks, each of totals
   * over its iterations; 0 where the stage was not recorded.
   */
  double share(String stage) {
    return finished.isEmpty()
        ? 0
        : SampleMedian.of(
            finished.stream().mapToDouble(fork -> ForkSamples.share(fork, stage)).toArray());
  }

  /** Mean time per operation: the median over forks; 0 without a fork. */
  double meanNanos() {
    Figure mean = arm.figures().meanNanos();
    return mean == null ? 0 : mean.median();
  }

  /** Speed of every iteration of every fork: greater is faster. */
  double[][] speeds(Metric metric) {
    return speeds.computeIfAbsent(
        metric, asked -> MetricValues.speeds(asked, arm.scenario(), finished));
  }

  /** Time per operation of every iteration of every fork. */
  double[][] nanos() {
    return MetricValues.iterations(Metric.TASK_NANOS, arm.scenario(), finished);
  }

  /** Speed of every fork: greater is faster. */
  double[] forkSpeeds(Metric metric) {
    return SampleMedian.ofEach(speeds(metric));
  }
}
