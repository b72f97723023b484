package bridgebench.jmh.runner;

import bridgebench.jmh.fork.HistogramText;
import bridgebench.jmh.profile.SecondaryMetric;
import bridgebench.jmh.profile.SecondaryResults;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import bridgebench.scenarios.suite.PlannedScenario;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.SingleShotResult;
import org.openjdk.jmh.results.ThroughputResult;

/** Gathers the metrics of one scenario from its forks. */
final class JmhEntryGatherer {
  private static final String PER_SECOND = "ops/s";

  private final PlannedScenario planned;
  private final Scenario scenario;
  private final List<ForkRecord> forks;
  private final JmhMetric primary;
  private final SortedMap<String, JmhMetric> secondary = new TreeMap<>();

  JmhEntryGatherer(PlannedScenario planned, List<ForkRecord> forks) {
    this.planned = planned;
    this.scenario = planned.scenario();
    this.forks = forks;
    this.primary =
        new JmhMetric(isSingleShot() ? "ms/op" : PER_SECOND, AggregationPolicy.AVG, forks.size());
  }

  JmhEntry entry() {
    for (int fork = 0; fork < forks.size(); fork++) {
      for (IterationRecord iteration : forks.get(fork).measurement()) {
        add(fork, iteration);
      }
    }
    int iterations = forks.stream().mapToInt(fork -> fork.measurement().size()).sum();
    secondary.values().forEach(metric -> metric.fillUpTo(iterations));
    forks.forEach(this::addLatencies);
    return new JmhEntry(planned, forks, primary, secondary);
  }

  private void add(int fork, IterationRecord iteration) {
    primary.addOfIteration(fork, primaryScore(iteration));
    if (scenario.path() != BridgePath.WORKER_START) {
      addRate(fork, movedName(), moved(iteration), iteration);
      addRate(fork, "sentBytes", iteration.sentBytes(), iteration);
      addRate(fork, "receivedBytes", iteration.receivedBytes(), iteration);
    }
    for (SecondaryMetric metric : SecondaryResults.stages(iteration)) {
      metric(metric).addOfIteration(fork, metric.value());
    }
    for (SecondaryMetric metric : SecondaryResults.memory(iteration)) {
      metric(metric).addOfIteration(fork, metric.value());
    }
  }

  private double primaryScore(IterationRecord iteration) {
    return isSingleShot()
        ? new SingleShotResult(
                ResultRole.PRIMARY,
                "",
                iteration.durationNanos(),
                iteration.operations(),
                TimeUnit.MILLISECONDS)
            .getScore()
        : rate(iteration.operations(), iteration);
  }

  // The names are those of the benchmarks' @AuxCounters where these are taken over the same time.
  private String movedName() {
    return switch (scenario.path()) {
      case TRANSPORT -> "messages";
      case CALL -> "calls";
      default -> "rows";
    };
  }

  private long moved(IterationRecord iteration) {
    return switch (scenario.path()) {
      case TRANSPORT -> iteration.batches();
      case CALL -> iteration.operations();
      default -> iteration.rows();
    };
  }

  private void addRate(int fork, String label, long amount, IterationRecord iteration) {
    metric(label, PER_SECOND, AggregationPolicy.AVG).addOfIteration(fork, rate(amount, iteration));
  }

  // Durations are summed over the threads, which ran side by side.
  private double rate(long amount, IterationRecord iteration) {
    long sideBySideNanos = Math.max(1, iteration.durationNanos() / scenario.sideBySide());
    return new ThroughputResult(ResultRole.SECONDARY, "", amount, sideBySideNanos, TimeUnit.SECONDS)
        .getScore();
  }

  private void addLatencies(ForkRecord fork) {
    fork.latencyHistograms()
        .forEach(
            (kind, text) ->
                SecondaryResults.latency(kind, HistogramText.decode(text))
                    .forEach(metric -> metric(metric).addOfFork(metric.value())));
  }

  private JmhMetric metric(SecondaryMetric metric) {
    return metric(metric.label(), metric.unit(), metric.policy());
  }

  private JmhMetric metric(String label, String unit, AggregationPolicy policy) {
    return secondary.computeIfAbsent(label, key -> new JmhMetric(unit, policy, forks.size()));
  }

  private boolean isSingleShot() {
    return BenchmarkNames.mode(scenario.path()) == Mode.SingleShotTime;
  }
}
