package bridgebench.reports.statistics;

import java.util.List;

/**
 * The geometric mean of independent ratios. Its interval is put together from theirs, on the scale
 * of logarithms, by the method of variance estimates recovery (Zou and Donner 2008).
 */
public final class GeometricMean {

  private GeometricMean() {}

  /**
   * The mean and its interval.
   *
   * @throws IllegalArgumentException when there is no ratio
   */
  public static Interval of(List<Interval> ratios) {
    if (ratios.isEmpty()) {
      throw new IllegalArgumentException("expected at least one ratio, got 0");
    }
    double sum = 0;
    double down = 0;
    double up = 0;
    for (Interval ratio : ratios) {
      double log = Math.log(ratio.estimate());
      sum += log;
      down = Math.hypot(down, log - Math.log(ratio.low()));
      up = Math.hypot(up, Math.log(ratio.high()) - log);
    }
    int n = ratios.size();
    return new Interval(Math.exp(sum / n), Math.exp((sum - down) / n), Math.exp((sum + up) / n));
  }
}
