package bridgebench.reports.findings;

import bridgebench.reports.statistics.Interval;
import bridgebench.reports.statistics.MedianRatio;
import java.util.Collection;

/** The words that an interval allows. */
public final class VerdictRule {

  /** Fewer forks than this allow only a provisional conclusion. */
  public static final int FORKS_FOR_A_CONCLUSION = 5;

  /** Fewer forks than this allow none. */
  public static final int FORKS_FOR_ANY = 2;

  /**
   * The interval of fewer forks than this is Student's with one degree of freedom, so wide that it
   * only says how little is known: prose and bands leave it out, tables have it.
   */
  public static final int FORKS_FOR_A_TOLD_INTERVAL = 3;

  private static final double SIGNIFICANCE = 0.05;

  private VerdictRule() {}

  /**
   * The verdict on a ratio of speeds, greater than 1 being faster.
   *
   * @param familyPValue its p value after correction over the family
   * @param comparisons how many the family has, those that allow no p value left out
   * @param thresholdPercent the smallest difference that matters in practice
   * @param leastForks forks of the arm that has fewer
   */
  public static Verdict of(
      MedianRatio speeds,
      double familyPValue,
      int comparisons,
      double thresholdPercent,
      int leastForks) {
    if (leastForks < FORKS_FOR_ANY) {
      return Verdict.TOO_FEW_FORKS;
    }
    double ratio = speeds.ratio().estimate();
    double threshold = 1 + thresholdPercent / 100;
    if (familyPValue <= SIGNIFICANCE && Math.max(ratio, 1 / ratio) >= threshold) {
      return ratio > 1 ? Verdict.FASTER : Verdict.SLOWER;
    }
    return 1 + speeds.smallestVisible(comparisons) <= threshold
            && liesWithin(speeds.ratio(), threshold)
        ? Verdict.NO_DIFFERENCE_SHOWN
        : Verdict.CANNOT_TELL;
  }

  /** Whether an interval rules out every difference that matters. */
  private static boolean liesWithin(Interval ratio, double threshold) {
    return ratio.low() >= 1 / threshold && ratio.high() <= threshold;
  }

  /** How many of the ratios make the family that a p value is corrected over; at least 1. */
  public static int comparisons(Collection<MedianRatio> ratios) {
    return Math.max(1, (int) ratios.stream().filter(MedianRatio::hasInterval).count());
  }

  /**
   * Whether a verdict rests on so few forks that it is only provisional; a refusal rests on none.
   */
  public static boolean provisional(Verdict verdict, int leastForks) {
    return verdict.concludes() && provisional(leastForks);
  }

  /** Whether a conclusion from so few forks is only provisional. */
  public static boolean provisional(int leastForks) {
    return leastForks < FORKS_FOR_A_CONCLUSION;
  }
}
