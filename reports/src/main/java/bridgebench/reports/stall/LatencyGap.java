package bridgebench.reports.stall;

import java.util.Optional;

/**
 * Latencies in two groups with nothing between them.
 *
 * @param slowShare share of the samples in the upper group, 0 to 1, to within the distance of two
 *     neighbouring shares of the distribution
 * @param fastNanos the upper end of the lower group
 * @param slowNanos the lower end of the upper group
 */
public record LatencyGap(double slowShare, double fastNanos, double slowNanos) {

  /** The upper group is at least so many times as slow. */
  private static final double LEAST_FACTOR = 4;

  /** Each group holds at least this share of the samples: a few slow ones are a tail. */
  private static final double LEAST_SHARE = 0.02;

  /** The upper group's middle is at most so many times its lower end: a group, not a tail. */
  private static final double TIGHT = 2;

  /**
   * The widest gap of a distribution that has one.
   *
   * @param fractions shares of the samples, 0 to 1, rising
   * @param nanos the latency that each share does not exceed, in the same order
   */
  public static Optional<LatencyGap> in(double[] fractions, double[] nanos) {
    int widest = -1;
    double factor = LEAST_FACTOR;
    for (int i = 0; i + 1 < fractions.length; i++) {
      boolean isWithin =
          fractions[i] >= LEAST_SHARE && fractions[i] <= 1 - LEAST_SHARE && nanos[i] > 0;
      if (isWithin && nanos[i + 1] / nanos[i] >= factor) {
        factor = nanos[i + 1] / nanos[i];
        widest = i;
      }
    }
    if (widest < 0 || middleAbove(fractions, nanos, widest) > TIGHT * nanos[widest + 1]) {
      return Optional.empty();
    }
    return Optional.of(
        new LatencyGap(
            1 - (fractions[widest] + fractions[widest + 1]) / 2, nanos[widest], nanos[widest + 1]));
  }

  /** The latency in the middle of the upper group. */
  private static double middleAbove(double[] fractions, double[] nanos, int below) {
    double middle = (1 + fractions[below]) / 2;
    int i = below + 1;
    while (i + 1 < fractions.length && fractions[i] < middle) {
      i++;
    }
    return nanos[i];
  }
}
