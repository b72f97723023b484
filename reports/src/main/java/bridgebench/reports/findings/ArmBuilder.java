package bridgebench.reports.findings;

import bridgebench.reports.statistics.TukeyFences;
import bridgebench.reports.statistics.TwoGroups;
import bridgebench.reports.statistics.VarianceLevels;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.FailureRecord;
import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import bridgebench.scenarios.run.ScenarioStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes an arm of a scenario's fork records. */
final class ArmBuilder {

  private final Scenario scenario;
  private final List<ForkRecord> failed;
  private final List<ForkRecord> finished;

  /**
   * @param records the scenario's forks in any order
   */
  ArmBuilder(Scenario scenario, List<ForkRecord> records) {
    this.scenario = scenario;
    List<ForkRecord> ordered =
        records.stream().sorted(Comparator.comparingInt(ForkRecord::fork)).toList();
    this.failed = ordered.stream().filter(fork -> fork.failure() != null).toList();
    this.finished = finished(records);
  }

  /** The forks that figures are made of, by number. */
  static List<ForkRecord> finished(List<ForkRecord> records) {
    return records.stream()
        .filter(fork -> fork.failure() == null && !fork.measurement().isEmpty())
        .sorted(Comparator.comparingInt(ForkRecord::fork))
        .toList();
  }

  Arm build() {
    List<ForkTrace> traces = finished.stream().map(ArmBuilder::trace).toList();
    return new Arm(
        scenario,
        status(),
        failure(),
        failed.size(),
        traces,
        finished.isEmpty() ? Figures.NONE : figures(),
        finished.isEmpty() ? Variation.NONE : variation(traces),
        finished.isEmpty() ? Map.of() : finished.get(0).effective(),
        finished.isEmpty() ? Map.of() : finished.get(0).workerVersions(),
        checksum());
  }

  private ScenarioStatus status() {
    if (!failed.isEmpty() || checksums().size() > 1) {
      return ScenarioStatus.FAILED;
    }
    return finished.isEmpty() ? ScenarioStatus.SKIPPED : ScenarioStatus.OK;
  }

  private @Nullable FailureRecord failure() {
    if (!failed.isEmpty()) {
      return failed.get(0).failure();
    }
    return checksums().size() > 1
        ? new FailureRecord(
            ChecksumAgreement.KIND,
            "expected the same results from every fork, got checksums " + checksums(),
            "")
        : null;
  }

  private List<String> checksums() {
    return finished.stream()
        .map(ForkRecord::resultChecksum)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private @Nullable String checksum() {
    return checksums().size() == 1 ? checksums().get(0) : null;
  }

  private static ForkTrace trace(ForkRecord fork) {
    double[] warmup = operationNanos(fork.warmup());
    double[] measurement = operationNanos(fork.measurement());
    return new ForkTrace(
        fork.fork(),
        fork.sequence(),
        boxed(warmup),
        boxed(measurement),
        WarmupClassifier.classify(warmup, measurement),
        TukeyFences.outliers(measurement),
        fork.noise());
  }

  private static double[] operationNanos(List<IterationRecord> iterations) {
    return iterations.stream().mapToDouble(ForkSamples::operationNanos).toArray();
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private Figures figures() {
    Map<Metric, Figure> byMetric = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      ForkSamples.figureIfAny(MetricValues.of(metric, scenario, finished))
          .ifPresent(figure -> byMetric.put(metric, figure));
    }
    return new Figures(
        byMetric,
        ForkSamples.figure(ForkSamples.perOperation(finished, IterationRecord::durationNanos)),
        LatencyMerger.merge(finished, scenario.sideBySide()),
        StageTimes.stages(finished),
        StageTimes.actors(finished),
        memory(),
        firstTasks());
  }

  private Map<String, Figure> memory() {
    TreeSet<String> names = new TreeSet<>();
    finished.forEach(
        fork -> fork.measurement().forEach(i -> names.addAll(i.memoryBytes().keySet())));
    Map<String, Figure> figures = new TreeMap<>();
    for (String name : names) {
      figures.put(
          name,
          ForkSamples.figure(
              finished.stream().flatMapToDouble(fork -> greatest(fork, name)).toArray()));
    }
    figures.putAll(OperationMemory.of(finished));
    return figures;
  }

  /** Nothing for a fork without the figure: its tasks may have been too short for a reading. */
  private static DoubleStream greatest(ForkRecord fork, String name) {
    return fork.measurement().stream()
        .flatMap(iteration -> Stream.ofNullable(iteration.memoryBytes().get(name)))
        .mapToDouble(Long::doubleValue)
        .max()
        .stream();
  }

  private List<Figure> firstTasks() {
    int tasks = finished.stream().mapToInt(fork -> fork.firstTaskNanos().size()).min().orElse(0);
    List<Figure> figures = new ArrayList<>();
    for (int task = 0; task < tasks; task++) {
      int index = task;
      figures.add(
          ForkSamples.figure(
              finished.stream().mapToDouble(fork -> fork.firstTaskNanos().get(index)).toArray()));
    }
    return figures;
  }

  private Variation variation(List<ForkTrace> traces) {
    // At a rate the clock sets how long operations take; what varies is how soon it is answered.
    double[][] responses = OpenLoop.medianResponses(finished);
    double[][] nanos =
        responses.length > 0
            ? responses
            : ForkSamples.iterations(finished, ForkSamples::operationNanos);
    VarianceLevels levels = VarianceLevels.of(nanos);
    double[] all = Arrays.stream(nanos).flatMapToDouble(Arrays::stream).toArray();
    return new Variation(
        100 * levels.betweenForks(),
        100 * levels.betweenIterations(),
        100 * levels.forkMeans(),
        traces.stream().mapToInt(ForkTrace::outliers).sum(),
        all.length,
        TwoGroups.in(all).isPresent() ? 2 : 1);
  }
}
