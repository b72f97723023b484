package bridgebench.reports.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How often arms that are alike are called different: what a machine's noise does to verdicts.
 *
 * @param comparisons how many pairs were compared
 * @param alarms how many intervals of the ratio left out 1
 */
public record FalseAlarms(int comparisons, int alarms) {

  private static final double SIGNIFICANCE = 0.05;

  /** Compares every pair of arms that measured the same thing. */
  public static FalseAlarms among(List<double[]> forkValuesOfArms) {
    int comparisons = 0;
    int alarms = 0;
    for (int i = 0; i < forkValuesOfArms.size(); i++) {
      for (int j = i + 1; j < forkValuesOfArms.size(); j++) {
        comparisons++;
        alarms += alarm(forkValuesOfArms.get(i), forkValuesOfArms.get(j)) ? 1 : 0;
      }
    }
    return new FalseAlarms(comparisons, alarms);
  }

  /**
   * Splits one arm's forks into two halves at random, again and again.
   *
   * @param forkValues one value per fork; at least 4
   * @param splits how often
   * @param seed makes it reproducible
   */
  public static FalseAlarms bySplitting(double[] forkValues, int splits, long seed) {
    if (forkValues.length < 4) {
      throw new IllegalArgumentException(
          "expected at least 4 forks to split into two arms, got " + forkValues.length);
    }
    PermutationSampler order =
        new PermutationSampler(
            RandomSource.XO_SHI_RO_256_PP.create(seed), forkValues.length, forkValues.length);
    int half = forkValues.length / 2;
    int alarms = 0;
    for (int split = 0; split < splits; split++) {
      double[] shuffled = Arrays.stream(order.sample()).mapToDouble(i -> forkValues[i]).toArray();
      double[] one = Arrays.copyOf(shuffled, half);
      double[] other = Arrays.copyOfRange(shuffled, half, shuffled.length);
      alarms += alarm(one, other) ? 1 : 0;
    }
    return new FalseAlarms(splits, alarms);
  }

  private static boolean alarm(double[] one, double[] other) {
    return MedianRatio.of(one, other).pValue() <= SIGNIFICANCE;
  }

  /**
   * The share of alarms with the 95 % interval of Clopper and Pearson, which takes the comparisons
   * as independent; NaN when there are none.
   */
  public Interval rate() {
    if (comparisons == 0) {
      return new Interval(Double.NaN, Double.NaN, Double.NaN);
    }
    double low =
        alarms == 0
            ? 0
            : BetaDistribution.of(alarms, comparisons - alarms + 1)
                .inverseCumulativeProbability(0.025);
    double high =
        alarms == comparisons
            ? 1
            : BetaDistribution.of(alarms + 1, comparisons - alarms)
                .inverseCumulativeProbability(0.975);
    return new Interval((double) alarms / comparisons, low, high);
  }
}
