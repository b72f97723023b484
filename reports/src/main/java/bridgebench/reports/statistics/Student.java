package bridgebench.reports.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles of Student's t for the 95 % intervals, kept for whole degrees of freedom. */
final class Student {

  /** The probability left out at each end of a 95 % interval. */
  static final double TAIL = 0.025;

  private static final double[] KEPT = new double[128];

  static {
    for (int degrees = 1; degrees < KEPT.length; degrees++) {
      KEPT[degrees] = TDistribution.of(degrees).inverseSurvivalProbability(TAIL);
    }
  }

  private Student() {}

  /** How many standard errors a 95 % interval reaches either way. */
  static double reach(int degrees) {
    return degrees < KEPT.length
        ? KEPT[degrees]
        : TDistribution.of(degrees).inverseSurvivalProbability(TAIL);
  }
}
