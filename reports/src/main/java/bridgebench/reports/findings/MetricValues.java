package bridgebench.reports.findings;

import bridgebench.reports.statistics.SampleMedian;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One value of a metric per iteration or per fork. */
final class MetricValues {

  private static final String NO_ROWS = "0";

  private MetricValues() {}

  /** One value per fork; empty when the scenario's path does not have the metric. */
  static double[] of(Metric metric, Scenario scenario, List<ForkRecord> forks) {
    return SampleMedian.ofEach(iterations(metric, scenario, forks));
  }

  /** One speed per iteration of each fork: greater is faster. */
  static double[][] speeds(Metric metric, Scenario scenario, List<ForkRecord> forks) {
    double[][] values = iterations(metric, scenario, forks);
    if (!metric.moreIsFaster()) {
      for (double[] fork : values) {
        for (int i = 0; i < fork.length; i++) {
          fork[i] = 1 / fork[i];
        }
      }
    }
    return values;
  }

  /**
   * One value per iteration of each fork, of response times one per fork; empty when the path does
   * not have the metric.
   */
  static double[][] iterations(Metric metric, Scenario scenario, List<ForkRecord> forks) {
    if (metric == Metric.RESPONSE_NANOS) {
      return OpenLoop.medianResponses(forks);
    }
    return has(metric, scenario, forks)
        ? ForkSamples.iterations(forks, value(metric, scenario.sideBySide()))
        : new double[0][];
  }

  private static ToDoubleFunction<IterationRecord> value(Metric metric, int workers) {
    return metric == Metric.TASK_NANOS
        ? ForkSamples::operationNanos
        : iteration -> ForkSamples.perSecond(iteration, amount(metric, iteration), workers);
  }

  private static boolean has(Metric metric, Scenario scenario, List<ForkRecord> forks) {
    if (metric == Metric.CALLS_PER_SECOND && scenario.path() != BridgePath.CALL) {
      return false;
    }
    return forks.stream()
        .flatMap(fork -> fork.measurement().stream())
        .mapToLong(iteration -> amount(metric, iteration))
        .allMatch(amount -> amount > 0);
  }

  private static long amount(Metric metric, IterationRecord iteration) {
    return switch (metric) {
      case TASK_NANOS -> iteration.durationNanos();
      case RESPONSE_NANOS -> throw new IllegalArgumentException("iterations do not have " + metric);
      case CALLS_PER_SECOND -> iteration.operations();
      case ROWS_PER_SECOND -> iteration.rows();
      case SENT_BYTES_PER_SECOND -> iteration.sentBytes();
      case RECEIVED_BYTES_PER_SECOND -> iteration.receivedBytes();
    };
  }

  /**
   * What a scenario's headline is: rows where they cross, else bytes, else time; at a rate, which
   * sets how many rows cross, how soon each batch is answered.
   */
  static Metric headline(Scenario scenario) {
    if (OpenLoop.hasRate(scenario)) {
      return Metric.RESPONSE_NANOS;
    }
    if (NO_ROWS.equals(scenario.word(Axis.ROWS))) {
      return Metric.TASK_NANOS;
    }
    return switch (scenario.path()) {
      case UDF, CODEC, COLLECT, TO_PANDAS, TO_ARROW, PARALLELIZE, CREATE_DATAFRAME ->
          Metric.ROWS_PER_SECOND;
      case WORKER_START, CALL, SHOW, COUNT, AGGREGATE, RANGE -> Metric.TASK_NANOS;
      case TRANSPORT ->
          "round-trip".equals(scenario.word(Axis.EXCHANGE))
              ? Metric.TASK_NANOS
              : Metric.SENT_BYTES_PER_SECOND;
    };
  }

  /**
   * What a question compares: the headline that all its scenarios have, else time. Where threads
   * differ it is what they reach together, because a call on its own thread only gets slower. What
   * the JVM reaches alone has no rate, and no say where others have one. Plans that differ read as
   * many rows and send others: they are compared by time. So is what crosses with what is in Python
   * already, and moves nothing.
   */
  static Metric headline(List<Scenario> scenarios) {
    boolean allCall = scenarios.stream().allMatch(s -> s.path() == BridgePath.CALL);
    if (differ(scenarios, Axis.THREADS) && allCall) {
      return Metric.CALLS_PER_SECOND;
    }
    if (differ(scenarios, Axis.PLAN) || differ(scenarios, Axis.ORIGIN)) {
      return Metric.TASK_NANOS;
    }
    boolean someHaveARate = scenarios.stream().anyMatch(OpenLoop::hasRate);
    List<Metric> headlines =
        scenarios.stream()
            .filter(scenario -> !someHaveARate || scenario.word(Axis.BATCHES_PER_SECOND) != null)
            .map(MetricValues::headline)
            .distinct()
            .toList();
    return headlines.size() == 1 ? headlines.get(0) : Metric.TASK_NANOS;
  }

  private static boolean differ(List<Scenario> scenarios, Axis axis) {
    return scenarios.stream().map(s -> String.valueOf(s.word(axis))).distinct().count() > 1;
  }
}
