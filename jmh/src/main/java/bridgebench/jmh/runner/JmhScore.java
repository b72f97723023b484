package bridgebench.jmh.runner;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.util.ListStatistics;

/**
 * What JMH says of a metric's pooled samples: bit by bit the figures of its own {@code Result} and
 * {@code Statistics}, which sort the samples for each percentile and solve for the t quantile for
 * each bound.
 */
final class JmhScore {
  private static final double CONFIDENCE = 0.999;

  /** Two-sided quantile of Student's distribution at that confidence, by number of samples. */
  private static final Map<Integer, Double> T_QUANTILES = new ConcurrentHashMap<>();

  private final AggregationPolicy policy;
  private final ListStatistics statistics;
  private final Percentile percentiles = new Percentile();
  private final double errorOfMean;

  JmhScore(double[] samples, AggregationPolicy policy) {
    this.policy = policy;
    statistics = new ListStatistics(samples);
    percentiles.setData(numbers(samples));
    errorOfMean = errorOfMean(statistics, samples.length);
  }

  private static double[] numbers(double[] samples) {
    double[] numbers = new double[samples.length];
    int count = 0;
    for (double sample : samples) {
      if (!Double.isNaN(sample)) {
        numbers[count++] = sample;
      }
    }
    return Arrays.copyOf(numbers, count);
  }

  double score() {
    return isMean() ? statistics.getMean() : statistics.getMax();
  }

  /** Half the width of the confidence interval; not a number where JMH gives none. */
  double error() {
    return isMean() ? errorOfMean : Double.NaN;
  }

  double low() {
    return isMean() ? statistics.getMean() - errorOfMean : statistics.getMax();
  }

  double high() {
    return isMean() ? statistics.getMean() + errorOfMean : statistics.getMax();
  }

  /**
   * A percentile of the samples.
   *
   * @param percent 0 to 100
   */
  double percentile(double percent) {
    return percent == 0 ? statistics.getMin() : percentiles.evaluate(percent);
  }

  private boolean isMean() {
    return policy == AggregationPolicy.AVG;
  }

  private static double errorOfMean(ListStatistics statistics, int samples) {
    if (samples <= 2) {
      return Double.NaN;
    }
    double quantile = T_QUANTILES.computeIfAbsent(samples, JmhScore::quantile);
    return quantile * statistics.getStandardDeviation() / Math.sqrt(samples);
  }

  private static double quantile(int samples) {
    return new TDistribution(samples - 1).inverseCumulativeProbability(1 - (1 - CONFIDENCE) / 2);
  }
}
