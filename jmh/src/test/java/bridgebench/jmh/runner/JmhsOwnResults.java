package bridgebench.jmh.runner;

import bridgebench.jmh.fork.HistogramText;
import bridgebench.jmh.profile.SecondaryMetric;
import bridgebench.jmh.profile.SecondaryResults;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.suite.PlannedScenario;
import bridgebench.scenarios.suite.Timing;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.SingleShotResult;
import org.openjdk.jmh.results.ThroughputResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Version;

/** A journal's forks as JMH's own result objects, and what JMH's own writer makes of these. */
final class JmhsOwnResults {
  private final JournalContents journal;

  JmhsOwnResults(JournalContents journal) {
    this.journal = journal;
  }

  String json() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(all());
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  List<RunResult> all() {
    Map<String, List<ForkRecord>> byScenario =
        journal.forks().stream().collect(Collectors.groupingBy(ForkRecord::scenarioId));
    List<RunResult> results = new ArrayList<>();
    for (PlannedScenario planned : journal.header().suite().scenarios()) {
      List<ForkRecord> forks = byScenario.getOrDefault(planned.scenario().id(), List.of());
      if (!forks.isEmpty() && forks.stream().allMatch(fork -> fork.failure() == null)) {
        results.add(runResult(planned, forks, results.size()));
      }
    }
    return results;
  }

  private RunResult runResult(PlannedScenario planned, List<ForkRecord> forks, int place) {
    BenchmarkParams params = params(planned, forks, place);
    List<BenchmarkResult> results = new ArrayList<>();
    for (ForkRecord fork : forks) {
      results.add(benchmarkResult(planned.scenario(), params, fork));
    }
    return new RunResult(params, results);
  }

  private BenchmarkResult benchmarkResult(
      Scenario scenario, BenchmarkParams params, ForkRecord fork) {
    List<IterationResult> iterations = new ArrayList<>();
    for (IterationRecord record : fork.measurement()) {
      List<Result<?>> results = new ArrayList<>();
      results.add(primary(scenario, params, record));
      results.addAll(rates(scenario, record));
      SecondaryResults.stages(record).forEach(metric -> results.add(scalar(metric)));
      SecondaryResults.memory(record).forEach(metric -> results.add(scalar(metric)));
      IterationResult iteration =
          new IterationResult(
              params,
              params.getMeasurement(),
              new IterationResultMetaData(record.operations(), record.operations()));
      iteration.addResults(results);
      iterations.add(iteration);
    }
    BenchmarkResult result = new BenchmarkResult(params, iterations);
    fork.latencyHistograms()
        .forEach(
            (kind, text) ->
                SecondaryResults.latency(kind, HistogramText.decode(text))
                    .forEach(metric -> result.addBenchmarkResult(scalar(metric))));
    return result;
  }

  private static ScalarResult scalar(SecondaryMetric metric) {
    return new ScalarResult(metric.label(), metric.value(), metric.unit(), metric.policy());
  }

  private static Result<?> primary(
      Scenario scenario, BenchmarkParams params, IterationRecord record) {
    String label = label(params);
    return params.getMode() == Mode.SingleShotTime
        ? new SingleShotResult(
            ResultRole.PRIMARY,
            label,
            record.durationNanos(),
            record.operations(),
            params.getTimeUnit())
        : rate(ResultRole.PRIMARY, label, record.operations(), scenario, record);
  }

  private static List<Result<?>> rates(Scenario scenario, IterationRecord record) {
    if (scenario.path() == BridgePath.WORKER_START) {
      return List.of();
    }
    List<Result<?>> rates = new ArrayList<>();
    rates.add(
        switch (scenario.path()) {
          case TRANSPORT -> moved("messages", record.batches(), scenario, record);
          case CALL -> moved("calls", record.operations(), scenario, record);
          default -> moved("rows", record.rows(), scenario, record);
        });
    rates.add(rate(ResultRole.SECONDARY, "sentBytes", record.sentBytes(), scenario, record));
    rates.add(
        rate(ResultRole.SECONDARY, "receivedBytes", record.receivedBytes(), scenario, record));
    return rates;
  }

  private static Result<?> moved(
      String name, long amount, Scenario scenario, IterationRecord record) {
    return rate(ResultRole.SECONDARY, name, amount, scenario, record);
  }

  private static Result<?> rate(
      ResultRole role, String label, long amount, Scenario scenario, IterationRecord record) {
    long sideBySideNanos = Math.max(1, record.durationNanos() / scenario.sideBySide());
    return new ThroughputResult(role, label, amount, sideBySideNanos, TimeUnit.SECONDS);
  }

  private static String label(BenchmarkParams params) {
    String name = params.getBenchmark();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private BenchmarkParams params(PlannedScenario planned, List<ForkRecord> forks, int place) {
    Scenario scenario = planned.scenario();
    Timing timing = planned.timing();
    WorkloadParams workload = new WorkloadParams();
    BenchmarkNames.params(scenario).forEach((name, value) -> workload.put(name, value, place));
    Mode mode = BenchmarkNames.mode(scenario.path());
    return new BenchmarkParams(
        BenchmarkNames.ofResults(scenario.path()),
        "",
        true,
        scenario.workers(),
        new int[] {1},
        List.of(),
        forks.size(),
        0,
        iterations(IterationType.WARMUP, timing.warmupIterations(), timing.warmupNanos(), mode),
        iterations(
            IterationType.MEASUREMENT,
            timing.measurementIterations(),
            timing.measurementNanos(),
            mode),
        mode,
        workload,
        mode == Mode.SingleShotTime ? TimeUnit.MILLISECONDS : TimeUnit.SECONDS,
        1,
        fact("jvm.executable"),
        jvmArgs(forks.get(0)),
        fact("jvm.javaVersion"),
        fact("jvm.name"),
        fact("jvm.version"),
        Version.getPlainVersion(),
        TimeValue.minutes(10));
  }

  private static IterationParams iterations(IterationType type, int count, long nanos, Mode mode) {
    TimeValue time = mode == Mode.SingleShotTime ? TimeValue.NONE : readable(nanos);
    return new IterationParams(type, count, time, 1);
  }

  private static TimeValue readable(long nanos) {
    if (nanos % 1_000_000_000L == 0) {
      return TimeValue.seconds(nanos / 1_000_000_000L);
    }
    return nanos % 1_000_000L == 0
        ? TimeValue.milliseconds(nanos / 1_000_000L)
        : TimeValue.nanoseconds(nanos);
  }

  private static List<String> jvmArgs(ForkRecord fork) {
    String flags = fork.workerVersions().getOrDefault("jvmFlags", "");
    return flags.isEmpty() ? List.of() : List.of(flags.split(" "));
  }

  private String fact(String name) {
    return journal.header().environment().facts().getOrDefault(name, "unknown");
  }
}
