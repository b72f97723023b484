package bridgebench.reports.findings;

import bridgebench.reports.statistics.Interval;
import bridgebench.reports.statistics.MedianInterval;
import bridgebench.reports.statistics.SampleMedian;
import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Turns the records of an arm's forks into one value per fork, and those into figures. */
final class ForkSamples {

  private ForkSamples() {}

  /** Time per operation of one iteration. */
  static double operationNanos(IterationRecord iteration) {
    return (double) iteration.durationNanos() / iteration.operations();
  }

  /**
   * Amount per second of wall time. Durations are summed over the workers, which run side by side.
   */
  static double perSecond(IterationRecord iteration, long amount, int workers) {
    return 1e9 * amount * workers / iteration.durationNanos();
  }

  /** Every measured iteration of every fork. */
  static double[][] iterations(List<ForkRecord> forks, ToDoubleFunction<IterationRecord> value) {
    return forks.stream()
        .map(fork -> fork.measurement().stream().mapToDouble(value).toArray())
        .toArray(double[][]::new);
  }

  /** One value per fork: the median of its measured iterations. */
  static double[] medians(List<ForkRecord> forks, ToDoubleFunction<IterationRecord> value) {
    return SampleMedian.ofEach(iterations(forks, value));
  }

  /** One value per fork: a total over its measured iterations, by operation. */
  static double[] perOperation(List<ForkRecord> forks, ToDoubleFunction<IterationRecord> amount) {
    return forks.stream()
        .mapToDouble(
            fork ->
                fork.measurement().stream().mapToDouble(amount).sum()
                    / fork.measurement().stream().mapToLong(IterationRecord::operations).sum())
        .toArray();
  }

  /** The share of a fork's measured time that a stage took; 0 where it was not recorded. */
  static double share(ForkRecord fork, String stage) {
    double nanos =
        fork.measurement().stream()
            .mapToDouble(iteration -> iteration.stageNanos().getOrDefault(stage, 0L))
            .sum();
    return nanos / fork.measurement().stream().mapToDouble(IterationRecord::durationNanos).sum();
  }

  static Figure figure(double[] forkValues) {
    Interval interval = MedianInterval.of(forkValues);
    return new Figure(interval.estimate(), interval.low(), interval.high());
  }

  static Optional<Figure> figureIfAny(double[] forkValues) {
    return forkValues.length == 0 ? Optional.empty() : Optional.of(figure(forkValues));
  }
}
