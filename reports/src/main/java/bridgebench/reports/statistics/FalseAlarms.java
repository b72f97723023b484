package bridgebench.reports.statistics;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How often arms that are alike are called different: what a machine's noise does to verdicts.
 *
 * @param comparisons how many pairs were compared
 * @param alarms how many intervals of the ratio left out 1, and further than a threshold if asked
 */
public record FalseAlarms(int comparisons, int alarms) {

  private static final double SIGNIFICANCE = 0.05;

  /**
   * Compares the first arm with the second, the third with the fourth and so on: no value counts
   * twice, so the comparisons are independent. A last arm without a partner is left out.
   *
   * @param forkValuesOfArms at least 2 values an arm
   * @param threshold a ratio closer to 1 than this (0.02 for 2 %) is no alarm
   */
  public static FalseAlarms ofPairs(List<double[]> forkValuesOfArms, double threshold) {
    int alarms = 0;
    int pairs = forkValuesOfArms.size() / 2;
    for (int pair = 0; pair < pairs; pair++) {
      MedianRatio ratio =
          MedianRatio.of(forkValuesOfArms.get(2 * pair), forkValuesOfArms.get(2 * pair + 1));
      alarms += alarm(ratio, threshold) ? 1 : 0;
    }
    return new FalseAlarms(pairs, alarms);
  }

  /**
   * Draws two arms anew, again and again: of each round one fork for either. Forks of one round ran
   * close together and are alike but for chance, whatever the machine did from round to round; so
   * each draw is a comparison that might have been measured. The draws share their forks: their
   * rate is exact for these forks and says less of others than as many new comparisons would.
   *
   * @param rounds the values of each round; at least 2 rounds of at least 2
   * @param threshold a ratio closer to 1 than this (0.02 for 2 %) is no alarm
   * @param draws how often
   * @param seed makes it reproducible
   */
  public static FalseAlarms byRounds(
      List<double[]> rounds, double threshold, int draws, long seed) {
    if (rounds.size() < 2 || rounds.stream().anyMatch(round -> round.length < 2)) {
      throw new IllegalArgumentException(
          "expected at least 2 rounds of at least 2 forks, got "
              + rounds.stream().map(round -> round.length).toList());
    }
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    double[] one = new double[rounds.size()];
    double[] other = new double[rounds.size()];
    int alarms = 0;
    for (int draw = 0; draw < draws; draw++) {
      for (int i = 0; i < one.length; i++) {
        double[] round = rounds.get(i);
        int first = random.nextInt(round.length);
        int second = random.nextInt(round.length - 1);
        one[i] = round[first];
        other[i] = round[second < first ? second : second + 1];
      }
      alarms += alarm(MedianRatio.of(one, other), threshold) ? 1 : 0;
    }
    return new FalseAlarms(draws, alarms);
  }

  private static boolean alarm(MedianRatio speeds, double threshold) {
    double ratio = speeds.ratio().estimate();
    return speeds.pValue() <= SIGNIFICANCE && Math.max(ratio, 1 / ratio) >= 1 + threshold;
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
