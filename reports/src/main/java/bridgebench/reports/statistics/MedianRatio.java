package bridgebench.reports.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The ratio of two medians over forks, with its 95 % interval and what it can decide.
 *
 * <p>The interval is put together from those of the two medians on the scale of logarithms by the
 * method of variance estimates recovery (Zou and Donner, "Construction of confidence limits about
 * effect measures", 2008); each side's distance is divided by Student's quantile of its arm and
 * their root sum of squares multiplied by that of the Welch–Satterthwaite degrees of freedom. It
 * assumes neither a shape of the arms nor that both have the same one.
 *
 * @param ratio numerator's median by denominator's, with its interval
 * @param pValue two-sided probability of a ratio this far from 1 were the medians equal; at most
 *     0.05 exactly when the interval leaves out 1; NaN when an arm has one fork
 * @param error the ratio's standard error on the scale of logarithms; NaN when an arm has one fork
 * @param degreesOfFreedom of that error; NaN when an arm has one fork
 */
public record MedianRatio(Interval ratio, double pValue, double error, double degreesOfFreedom) {

  private static final double POWER = 0.8;

  /**
   * Compares positive fork values.
   *
   * @param denominator one value per fork of the arm divided by
   * @param numerator one value per fork of the other arm
   * @throws IllegalArgumentException when an arm has no value or one that is not positive
   */
  public static MedianRatio of(double[] denominator, double[] numerator) {
    Side below = Side.of(denominator);
    Side above = Side.of(numerator);
    double estimate = SampleMedian.of(numerator) / SampleMedian.of(denominator);
    if (denominator.length < 2 || numerator.length < 2) {
      return new MedianRatio(
          new Interval(estimate, estimate, estimate), Double.NaN, Double.NaN, Double.NaN);
    }
    double logRatio = above.median - below.median;
    double degrees = degreesOfFreedom(below, above);
    TDistribution student = TDistribution.of(degrees);
    double quantile = student.inverseSurvivalProbability(Student.TAIL);
    double errorDown = Math.hypot(above.errorDown, below.errorUp);
    double errorUp = Math.hypot(above.errorUp, below.errorDown);
    Interval interval =
        new Interval(
            estimate,
            Math.exp(logRatio - quantile * errorDown),
            Math.exp(logRatio + quantile * errorUp));
    double errorTowardsOne = logRatio > 0 ? errorDown : errorUp;
    return new MedianRatio(
        interval, pValue(student, logRatio, errorTowardsOne), (errorDown + errorUp) / 2, degrees);
  }

  /** Whether both arms have forks enough for an interval. */
  public boolean hasInterval() {
    return !Double.isNaN(pValue);
  }

  /**
   * The smallest relative difference (0.03 for 3 %) that forks of this number and spread show with
   * 80 % probability where it is the only comparison; NaN when an arm has one fork.
   */
  public double smallestVisible() {
    return smallestVisible(1);
  }

  /**
   * The same where the p value is corrected over a family: the difference is shown whatever its
   * rank among them, as the hardest of Holm's tests is Bonferroni's.
   *
   * @param comparisons how many the family has, at least 1
   */
  public double smallestVisible(int comparisons) {
    if (!hasInterval()) {
      return Double.NaN;
    }
    TDistribution student = TDistribution.of(degreesOfFreedom);
    double quantile = student.inverseSurvivalProbability(Student.TAIL / comparisons);
    double power = student.inverseSurvivalProbability(1 - POWER);
    return Math.expm1(error * (quantile + power));
  }

  private static double pValue(TDistribution student, double logRatio, double error) {
    if (logRatio == 0) {
      return 1;
    }
    return error == 0 ? 0 : 2 * student.survivalProbability(Math.abs(logRatio) / error);
  }

  /** Welch and Satterthwaite's, from the arms' standard errors. */
  private static double degreesOfFreedom(Side one, Side other) {
    double a = one.squaredError();
    double b = other.squaredError();
    int least = Math.min(one.degrees, other.degrees);
    if (a + b == 0) {
      return least;
    }
    double degrees = (a + b) * (a + b) / (a * a / one.degrees + b * b / other.degrees);
    return Math.max(least, degrees);
  }

  /** An arm on the scale of logarithms; errors are distances to the ends by Student's quantile. */
  private record Side(double median, double errorDown, double errorUp, int degrees) {

    static Side of(double[] values) {
      for (double value : values) {
        if (!(value > 0)) {
          throw new IllegalArgumentException(
              "expected positive fork values to take a ratio of, got " + Arrays.toString(values));
        }
      }
      Interval logs = MedianInterval.onOwnScale(Arrays.stream(values).map(Math::log).toArray());
      int degrees = values.length - 1;
      double quantile = degrees == 0 ? 1 : Student.reach(degrees);
      return new Side(
          logs.estimate(),
          (logs.estimate() - logs.low()) / quantile,
          (logs.high() - logs.estimate()) / quantile,
          degrees);
    }

    double squaredError() {
      double error = (errorDown + errorUp) / 2;
      return error * error;
    }
  }
}
