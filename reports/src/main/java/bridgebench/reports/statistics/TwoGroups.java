package bridgebench.reports.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * Two separate groups in one sample, such as a machine with two speeds.
 *
 * @param lowMedian median of the lower group
 * @param highMedian median of the upper group
 * @param lowCount values in the lower group
 * @param highCount values in the upper group
 */
public record TwoGroups(double lowMedian, double highMedian, int lowCount, int highCount) {

  private static final int LEAST_VALUES = 10;
  private static final double LEAST_SHARE = 0.2;

  /** One normal sample cut at its median has 2.7, one uniform sample 3.5. */
  private static final double LEAST_ASHMAN_D = 5;

  private static final double LEAST_RELATIVE_DISTANCE = 0.05;

  /**
   * The groups when the sample has two: each holds a fifth of at least 10 values, Ashman's D
   * between them (Ashman, Bird and Zepf 1994) is at least 5, and the upper lies 5 % or more above
   * the lower. The cut is Otsu's: where the groups' means are furthest apart, weighted by size.
   */
  public static Optional<TwoGroups> in(double[] values) {
    if (values.length < LEAST_VALUES) {
      return Optional.empty();
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int cut = otsuCut(sorted);
    double[] low = Arrays.copyOf(sorted, cut);
    double[] high = Arrays.copyOfRange(sorted, cut, sorted.length);
    if (Math.min(low.length, high.length) < LEAST_SHARE * sorted.length) {
      return Optional.empty();
    }
    TwoGroups groups =
        new TwoGroups(SampleMedian.of(low), SampleMedian.of(high), low.length, high.length);
    boolean apart =
        ashmanD(low, high) >= LEAST_ASHMAN_D
            && groups.highMedian >= (1 + LEAST_RELATIVE_DISTANCE) * groups.lowMedian;
    return apart ? Optional.of(groups) : Optional.empty();
  }

  private static int otsuCut(double[] sorted) {
    double total = Arrays.stream(sorted).sum();
    double sumBelow = 0;
    double best = -1;
    int cut = 1;
    for (int n = 1; n < sorted.length; n++) {
      sumBelow += sorted[n - 1];
      int above = sorted.length - n;
      double distance = sumBelow / n - (total - sumBelow) / above;
      double separation = (double) n * above * distance * distance;
      if (separation > best) {
        best = separation;
        cut = n;
      }
    }
    return cut;
  }

  private static double ashmanD(double[] low, double[] high) {
    double distance = Mean.of(high).getAsDouble() - Mean.of(low).getAsDouble();
    double spread =
        Math.hypot(
            StandardDeviation.of(low).getAsDouble(), StandardDeviation.of(high).getAsDouble());
    return Math.sqrt(2) * distance / spread;
  }
}
