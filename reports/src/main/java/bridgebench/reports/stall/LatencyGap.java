package bridgebench.reports.stall;

import java.util.Optional;

/**
 * Latencies in two groups with nothing or little between them.
 *
 * @param slowShare share of the samples in the upper group, 0 to 1
 * @param fastNanos the upper end of the lower group
 * @param slowNanos the lower end of the upper group
 * @param betweenShare share of the samples in neither group, 0 to 1
 */
public record LatencyGap(
    double slowShare, double fastNanos, double slowNanos, double betweenShare) {

  /** The upper group is at least so many times as slow. */
  private static final double LEAST_FACTOR = 4;

  /** Each group holds at least this share of the samples: a few slow ones are a tail. */
  private static final double LEAST_SHARE = 0.02;

  /** And at least so many samples. */
  private static final long LEAST_SAMPLES = 10;

  /** Of so many samples between the groups it may still be said that they are few. */
  private static final double FEW = 0.005;

  /** The upper group's middle is at most so many times its lower end: a group, not a tail. */
  private static final double TIGHT = 2;

  /**
   * The widest gap between recorded values that has nothing in it or, where there is none, the
   * widest with few samples in it.
   *
   * @param nanos the recorded values, rising
   * @param counts how many samples each value stands for, in the same order
   */
  public static Optional<LatencyGap> in(double[] nanos, long[] counts) {
    long[] upTo = new long[counts.length];
    long samples = 0;
    for (int i = 0; i < counts.length; i++) {
      samples += counts[i];
      upTo[i] = samples;
    }
    Optional<LatencyGap> empty = widest(nanos, upTo, 0);
    return empty.isPresent() ? empty : widest(nanos, upTo, (long) (FEW * samples));
  }

  private static Optional<LatencyGap> widest(double[] nanos, long[] upTo, long mostBetween) {
    int last = nanos.length - 1;
    double samples = last < 0 ? 0 : upTo[last];
    double least = Math.max(LEAST_SHARE * samples, LEAST_SAMPLES);
    LatencyGap widest = null;
    double factor = LEAST_FACTOR;
    int above = 1;
    for (int below = 0; below < last; below++) {
      above = Math.max(above, below + 1);
      while (above < last && upTo[above] - upTo[below] <= mostBetween) {
        above++;
      }
      boolean areGroups = upTo[below] >= least && samples - upTo[above - 1] >= least;
      if (areGroups
          && nanos[below] > 0
          && nanos[above] / nanos[below] >= factor
          && middleAbove(nanos, upTo, above) <= TIGHT * nanos[above]) {
        factor = nanos[above] / nanos[below];
        double slow = samples - upTo[above - 1];
        double between = samples - upTo[below] - slow;
        widest = new LatencyGap(slow / samples, nanos[below], nanos[above], between / samples);
      }
    }
    return Optional.ofNullable(widest);
  }

  /** The latency in the middle of the group that begins at a value. */
  private static double middleAbove(double[] nanos, long[] upTo, int first) {
    double middle = (upTo[first - 1] + upTo[upTo.length - 1]) / 2.0;
    int i = first;
    while (upTo[i] < middle) {
      i++;
    }
    return nanos[i];
  }
}
