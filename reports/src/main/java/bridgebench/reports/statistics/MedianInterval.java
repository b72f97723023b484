package bridgebench.reports.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The 95 % interval of a median over forks, from one value per fork. The fork is the unit of
 * replication: as Kalibera and Jones show ("Rigorous benchmarking in reasonable time", ISMM 2013),
 * the spread of the highest level already holds what the lower levels add to it.
 *
 * <p>The ends are order statistics of the fork values, whose coverage is binomial whatever the
 * distribution, interpolated between neighbours to 95 % after Hettmansperger and Sheather
 * ("Confidence intervals based on interpolated order statistics", 1986). The extremes of fewer than
 * 6 forks cover less than that (93.75 % at 5); there the distance from the median to each extreme
 * is stretched by the ratio of Student's quantiles, which for 2 forks is Student's own interval.
 * Positive values are treated on the scale of their logarithms, so that no end is negative; where
 * there are zeros among them, which have no logarithm, an end below zero is zero.
 *
 * <p>docs/statistics.md has the measured coverage beside that of other methods.
 */
public final class MedianInterval {

  private static final double CONFIDENCE = 1 - 2 * Student.TAIL;

  private MedianInterval() {}

  /**
   * The median of the values and its interval; both ends equal the median when there is one value.
   *
   * @param forkValues one value per fork
   * @throws IllegalArgumentException when there is none
   */
  public static Interval of(double[] forkValues) {
    if (Arrays.stream(forkValues).allMatch(value -> value > 0)) {
      Interval logs = onOwnScale(Arrays.stream(forkValues).map(Math::log).toArray());
      return new Interval(SampleMedian.of(forkValues), Math.exp(logs.low()), Math.exp(logs.high()));
    }
    Interval interval = onOwnScale(forkValues);
    boolean hasFloor = Arrays.stream(forkValues).allMatch(value -> value >= 0);
    return hasFloor
        ? new Interval(interval.estimate(), Math.max(0, interval.low()), interval.high())
        : interval;
  }

  static Interval onOwnScale(double[] values) {
    double median = SampleMedian.of(values);
    int n = values.length;
    if (n == 1) {
      return new Interval(median, median, median);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    Plan plan = Plan.of(n);
    double low = plan.end(sorted[plan.rank - 1], sorted[plan.rank], median);
    double high = plan.end(sorted[n - plan.rank], sorted[n - plan.rank - 1], median);
    return new Interval(median, low, high);
  }

  /**
   * Which order statistics the ends are made of.
   *
   * @param rank 1-based rank of the outer one, from the outside
   * @param inward share of the next one inside, 0 to 1
   * @param stretch factor on the distance from the median
   */
  private record Plan(int rank, double inward, double stretch) {

    private static final Plan[] SMALL = new Plan[65];

    static {
      for (int n = 2; n < SMALL.length; n++) {
        SMALL[n] = make(n);
      }
    }

    static Plan of(int n) {
      return n < SMALL.length ? SMALL[n] : make(n);
    }

    private static Plan make(int n) {
      double extremes = coverage(n, 1);
      if (extremes < CONFIDENCE) {
        TDistribution t = TDistribution.of(n - 1);
        double stretch = Student.reach(n - 1) / t.inverseSurvivalProbability((1 - extremes) / 2);
        return new Plan(1, 0, stretch);
      }
      int rank = 1;
      while (coverage(n, rank + 1) >= CONFIDENCE) {
        rank++;
      }
      double outer = coverage(n, rank);
      double share = (outer - CONFIDENCE) / (outer - coverage(n, rank + 1));
      return new Plan(rank, (n - rank) * share / (rank + (n - 2 * rank) * share), 1);
    }

    /** Probability that the median lies between the rank-th values from either side. */
    private static double coverage(int n, int rank) {
      return 1 - 2 * BinomialDistribution.of(n, 0.5).cumulativeProbability(rank - 1);
    }

    double end(double outer, double inner, double median) {
      return median + stretch * ((1 - inward) * outer + inward * inner - median);
    }
  }
}
