package bridgebench.reports.findings;

import bridgebench.reports.stall.LatencyGap;
import bridgebench.reports.statistics.Interval;
import bridgebench.reports.statistics.MedianInterval;
import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.run.ForkRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** Merges the latency histograms of an arm's forks and cuts them where the samples run out. */
final class LatencyMerger {

  /** A percentile stands only on this many samples beyond it. */
  private static final int LEAST_SAMPLES_BEYOND = 10;

  private static final int SIGNIFICANT_DIGITS = 3;

  private static final double[] NAMED = {50, 90, 99, 99.9, 99.99, 99.999};

  private LatencyMerger() {}

  /**
   * Latency by kind.
   *
   * @param workers JMH threads of the arm
   */
  static Map<String, LatencyFigures> merge(List<ForkRecord> forks, int workers) {
    Map<String, List<Histogram>> byKind = new TreeMap<>();
    for (ForkRecord fork : forks) {
      fork.latencyHistograms()
          .forEach(
              (kind, encoded) ->
                  byKind
                      .computeIfAbsent(kind, absent -> new ArrayList<>())
                      .add(decode(fork, kind, encoded)));
    }
    Map<String, LatencyFigures> figures = new LinkedHashMap<>();
    byKind.forEach(
        (kind, histograms) -> {
          histograms.removeIf(histogram -> histogram.getTotalCount() == 0);
          if (!histograms.isEmpty()) {
            figures.put(kind, figures(kind, histograms, LatencyTimeline.of(forks, kind, workers)));
          }
        });
    return figures;
  }

  static Histogram decode(ForkRecord fork, String kind, String encoded) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
      return Histogram.decodeFromCompressedByteBuffer(bytes, 0);
    } catch (DataFormatException | RuntimeException e) {
      throw new IllegalArgumentException(
          "expected a compressed HdrHistogram of kind '"
              + kind
              + "' in fork "
              + fork.fork()
              + " of "
              + fork.scenarioId()
              + ", got something else: "
              + e.getMessage(),
          e);
    }
  }

  private static LatencyFigures figures(
      String kind, List<Histogram> histograms, List<IntervalMaximum> timeline) {
    Histogram merged = new Histogram(SIGNIFICANT_DIGITS);
    histograms.forEach(merged::add);
    long samples = merged.getTotalCount();
    double[] curve = curve(samples);
    double[] named = Arrays.stream(NAMED).filter(p -> supported(samples, p)).toArray();
    // Every histogram is walked once for both: walking is what takes the time.
    double[] all = DoubleStream.concat(Arrays.stream(curve), Arrays.stream(named)).toArray();
    double[] rising = Arrays.stream(all).sorted().distinct().toArray();
    List<Figure> figures = figures(merged, histograms, rising);
    List<PercentilePoint> points = new ArrayList<>();
    for (int i = 0; i < curve.length; i++) {
      Figure figure = figures.get(Arrays.binarySearch(rising, curve[i]));
      points.add(new PercentilePoint(curve[i], figure.median(), figure.low(), figure.high()));
    }
    Map<String, Figure> byName = new LinkedHashMap<>();
    for (double percentile : named) {
      byName.put(name(percentile), figures.get(Arrays.binarySearch(rising, percentile)));
    }
    // Merging histograms of another resolution rounds: the greatest value is a fork's own.
    double maximum =
        histograms.stream().mapToDouble(Histogram::getMaxValueAsDouble).max().orElseThrow();
    return new LatencyFigures(
        kind, samples, byName, maximum, points, timeline, gap(merged).orElse(null));
  }

  /** Looked for among all recorded values: points of the curve lie up to 16 % of them apart. */
  private static Optional<LatencyGap> gap(Histogram merged) {
    List<Double> nanos = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (HistogramIterationValue step : merged.recordedValues()) {
      nanos.add((double) step.getValueIteratedTo());
      counts.add(step.getCountAddedInThisIterationStep());
    }
    return LatencyGap.in(
        nanos.stream().mapToDouble(Double::doubleValue).toArray(),
        counts.stream().mapToLong(Long::longValue).toArray());
  }

  /** Percentiles that are level on a scale of nines: 4 steps a halving of what lies beyond. */
  private static double[] curve(long samples) {
    return IntStream.iterate(0, step -> step + 1)
        .mapToDouble(step -> 100 * (1 - Math.pow(2, -step / 4.0)))
        .takeWhile(percentile -> supported(samples, percentile))
        .toArray();
  }

  static boolean supported(long samples, double percentile) {
    // 1 - 0.999 is a little above 0.001 in binary: allow for it, not for a sample.
    return samples * (100 - percentile) / 100 >= LEAST_SAMPLES_BEYOND - 1e-6;
  }

  private static String name(double percentile) {
    String digits = Double.toString(percentile);
    return "p" + (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits);
  }

  /** The merged histogram's values, with the intervals of the forks' own values around them. */
  private static List<Figure> figures(
      Histogram merged, List<Histogram> forks, double[] percentiles) {
    double[] values = values(merged, percentiles);
    List<double[]> ofForks = forks.stream().map(fork -> values(fork, percentiles)).toList();
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < percentiles.length; i++) {
      int index = i;
      Interval interval =
          MedianInterval.of(ofForks.stream().mapToDouble(fork -> fork[index]).toArray());
      double value = values[i];
      figures.add(
          new Figure(value, Math.min(value, interval.low()), Math.max(value, interval.high())));
    }
    return figures;
  }

  /** The values at rising percentiles in one pass; asking for each walks the counts every time. */
  private static double[] values(Histogram histogram, double[] rising) {
    double[] values = new double[rising.length];
    int next = 0;
    for (HistogramIterationValue step : histogram.recordedValues()) {
      while (next < rising.length && step.getPercentileLevelIteratedTo() >= rising[next]) {
        values[next++] = step.getValueIteratedTo();
      }
    }
    return values;
  }
}
