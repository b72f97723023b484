package bridgebench.reports.findings;

import bridgebench.reports.statistics.Interval;
import bridgebench.reports.statistics.MedianInterval;
import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.run.ForkRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Merges the latency histograms of an arm's forks and cuts them where the samples run out. */
final class LatencyMerger {

  /** A percentile stands only on this many samples beyond it. */
  private static final int LEAST_SAMPLES_BEYOND = 10;

  private static final double[] NAMED = {50, 90, 99, 99.9, 99.99, 99.999};

  private LatencyMerger() {}

  /** Latency by kind. */
  static Map<String, LatencyFigures> merge(List<ForkRecord> forks) {
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
            figures.put(kind, figures(kind, histograms));
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

  private static LatencyFigures figures(String kind, List<Histogram> histograms) {
    Histogram merged = new Histogram(histograms.get(0).getNumberOfSignificantValueDigits());
    histograms.forEach(merged::add);
    Map<String, Figure> named = new LinkedHashMap<>();
    for (double percentile : NAMED) {
      if (supported(merged.getTotalCount(), percentile)) {
        named.put(name(percentile), figure(merged, histograms, percentile));
      }
    }
    return new LatencyFigures(
        kind,
        merged.getTotalCount(),
        named,
        merged.getMaxValueAsDouble(),
        curve(merged, histograms));
  }

  static boolean supported(long samples, double percentile) {
    // 1 - 0.999 is a little above 0.001 in binary: allow for it, not for a sample.
    return samples * (100 - percentile) / 100 >= LEAST_SAMPLES_BEYOND - 1e-6;
  }

  private static String name(double percentile) {
    String digits = Double.toString(percentile);
    return "p" + (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits);
  }

  /** The merged histogram's value, with the interval of the forks' own values around it. */
  private static Figure figure(Histogram merged, List<Histogram> forks, double percentile) {
    double value = merged.getValueAtPercentile(percentile);
    double[] ofForks =
        forks.stream()
            .mapToDouble(fork -> Math.max(1, fork.getValueAtPercentile(percentile)))
            .toArray();
    Interval interval = MedianInterval.of(ofForks);
    return new Figure(value, Math.min(value, interval.low()), Math.max(value, interval.high()));
  }

  /** Percentiles that are level on a scale of nines: 4 steps a halving of what lies beyond. */
  private static List<PercentilePoint> curve(Histogram merged, List<Histogram> forks) {
    List<PercentilePoint> points = new ArrayList<>();
    for (int step = 0; ; step++) {
      double percentile = 100 * (1 - Math.pow(2, -step / 4.0));
      if (!supported(merged.getTotalCount(), percentile)) {
        return points;
      }
      Figure figure = figure(merged, forks, percentile);
      points.add(new PercentilePoint(percentile, figure.median(), figure.low(), figure.high()));
    }
  }
}
