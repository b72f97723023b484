package bridgebench.jmh.runner;

import bridgebench.jmh.fork.HistogramText;
import bridgebench.jmh.fork.SampleLine;
import bridgebench.jmh.fork.SampleLine.Phase;
import bridgebench.scenarios.run.FailureRecord;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;

/** Puts a fork's record together from what the fork handed in and what the host saw. */
final class ForkRecords {
  private final PlannedFork fork;
  private final ForkLog log;
  private final Duration deadline;

  ForkRecords(PlannedFork fork, ForkLog log, Duration deadline) {
    this.fork = fork;
    this.log = log;
    this.deadline = deadline;
  }

  ForkRecord record(
      Instant startedAt,
      long elapsedNanos,
      List<SampleLine> lines,
      Map<String, Double> machineNoise,
      @Nullable RunnerException error,
      boolean overran) {
    List<SampleLine.Iteration> measured = iterations(lines, Phase.MEASUREMENT);
    List<IterationRecord> warmup = new ArrayList<>(records(iterations(lines, Phase.WARMUP)));
    warmup.addAll(records(iterations(lines, Phase.EXTRA_WARMUP)));
    Map<String, Double> noise = new TreeMap<>(machineNoise);
    noise.put("gcNanos", (double) measured.stream().mapToLong(i -> i.gcNanos()).sum());
    SampleLine.Session session = lastSession(lines);
    return new ForkRecord(
        fork.scenario().id(),
        fork.fork(),
        fork.sequence(),
        startedAt,
        elapsedNanos,
        failure(lines, measured.size(), error, overran),
        warmup,
        records(measured),
        latencies(measured),
        maxima(measured),
        medianByPosition(measured),
        measured.isEmpty() ? null : measured.get(measured.size() - 1).resultChecksum(),
        session.effective(),
        session.workerVersions(),
        noise);
  }

  private @Nullable FailureRecord failure(
      List<SampleLine> lines, int measured, @Nullable RunnerException error, boolean overran) {
    for (SampleLine line : lines) {
      if (line instanceof SampleLine.Failure failed && !overran) {
        return failed.failure();
      }
    }
    if (overran) {
      return new FailureRecord(
          "fork-deadline",
          "the fork was ended because it took longer than "
              + deadline.toSeconds()
              + " s; ask for fewer rows or iterations, or see "
              + log.file().getFileName(),
          log.tail());
    }
    int expected = fork.timing().measurementIterations();
    if (error != null || measured < expected) {
      return new FailureRecord(
          "fork-died",
          "the forked JVM ended after "
              + measured
              + " of "
              + expected
              + " measured iterations without saying why; see the end of "
              + log.file().getFileName(),
          log.tail());
    }
    return null;
  }

  private static SampleLine.Session lastSession(List<SampleLine> lines) {
    SampleLine.Session last = new SampleLine.Session(Map.of(), Map.of());
    for (SampleLine line : lines) {
      if (line instanceof SampleLine.Session session) {
        last = session;
      }
    }
    return last;
  }

  private static List<SampleLine.Iteration> iterations(List<SampleLine> lines, Phase phase) {
    List<SampleLine.Iteration> iterations = new ArrayList<>();
    for (SampleLine line : lines) {
      if (line instanceof SampleLine.Iteration iteration && iteration.phase() == phase) {
        iterations.add(iteration);
      }
    }
    return iterations;
  }

  private static List<IterationRecord> records(List<SampleLine.Iteration> iterations) {
    return iterations.stream().map(SampleLine.Iteration::record).toList();
  }

  private static Map<String, String> latencies(List<SampleLine.Iteration> measured) {
    Map<String, Histogram> sums = new TreeMap<>();
    for (SampleLine.Iteration iteration : measured) {
      iteration
          .latencyHistograms()
          .forEach(
              (kind, text) -> {
                Histogram histogram = HistogramText.decode(text);
                Histogram sum = sums.putIfAbsent(kind, histogram);
                if (sum != null) {
                  sum.add(histogram);
                }
              });
    }
    Map<String, String> texts = new TreeMap<>();
    sums.forEach((kind, histogram) -> texts.put(kind, HistogramText.encode(histogram)));
    return texts;
  }

  private static Map<String, List<Long>> maxima(List<SampleLine.Iteration> measured) {
    Set<String> kinds = new TreeSet<>();
    measured.forEach(iteration -> kinds.addAll(iteration.latencyHistograms().keySet()));
    Map<String, List<Long>> maxima = new TreeMap<>();
    for (String kind : kinds) {
      maxima.put(kind, measured.stream().map(iteration -> maximum(iteration, kind)).toList());
    }
    return maxima;
  }

  private static long maximum(SampleLine.Iteration iteration, String kind) {
    String text = iteration.latencyHistograms().get(kind);
    return text == null ? 0 : HistogramText.decode(text).getMaxValue();
  }

  /**
   * The curve of a fresh worker's first tasks: at each position the median of the fork's starts.
   */
  private static List<Long> medianByPosition(List<SampleLine.Iteration> measured) {
    int positions = measured.stream().mapToInt(i -> i.firstTaskNanos().size()).min().orElse(0);
    List<Long> curve = new ArrayList<>();
    for (int position = 0; position < positions; position++) {
      int at = position;
      long[] sorted =
          measured.stream().mapToLong(i -> i.firstTaskNanos().get(at)).sorted().toArray();
      int middle = sorted.length / 2;
      curve.add(
          sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
    return curve;
  }
}
