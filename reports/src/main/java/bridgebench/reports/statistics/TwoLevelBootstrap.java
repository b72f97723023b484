package bridgebench.reports.statistics;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Resamples forks, and iterations within each fork drawn; the statistic is the median of the forks'
 * medians. Its percentiles are too narrow an interval at few forks and, because the forks' medians
 * already vary with their iterations, too wide a one where forks do not differ (docs/statistics.md
 * has the measurement): it serves where no closed form exists, such as for the place of a crossing.
 */
public final class TwoLevelBootstrap {

  private final UniformRandomProvider random;

  public TwoLevelBootstrap(long seed) {
    random = RandomSource.XO_SHI_RO_256_PP.create(seed);
  }

  /** The statistic of one resample. */
  public double median(double[][] forks) {
    double[] levels = new double[forks.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = SampleMedian.of(resampled(forks[random.nextInt(forks.length)]));
    }
    return SampleMedian.of(levels);
  }

  private double[] resampled(double[] iterations) {
    double[] drawn = new double[iterations.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = iterations[random.nextInt(iterations.length)];
    }
    return drawn;
  }
}
