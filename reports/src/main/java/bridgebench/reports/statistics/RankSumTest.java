package bridgebench.reports.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * Mann and Whitney's U test: the second opinion on a comparison. Exact for small samples without
 * ties, else by the normal approximation with its correction for continuity.
 */
public final class RankSumTest {

  /** Up to this many values in both samples the exact distribution is quick to compute. */
  private static final int EXACT_UP_TO = 50;

  private RankSumTest() {}

  /**
   * The two-sided p value; 1 when all values of both samples are equal, NaN when a sample is empty.
   */
  public static double pValue(double[] first, double[] second) {
    if (first.length == 0 || second.length == 0) {
      return Double.NaN;
    }
    double[] all =
        DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).sorted().toArray();
    if (all[0] == all[all.length - 1]) {
      return 1;
    }
    boolean exact =
        all.length <= EXACT_UP_TO && Arrays.stream(all).distinct().count() == all.length;
    return MannWhitneyUTest.withDefaults()
        .with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
        .test(first, second)
        .getPValue();
  }
}
