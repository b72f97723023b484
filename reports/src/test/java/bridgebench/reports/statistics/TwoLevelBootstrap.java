package bridgebench.reports.statistics;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Resamples forks, and iterations within each fork drawn; percentiles of its statistics are too
 * narrow an interval where few forks differ and, because the forks' medians already vary with their
 * iterations, too wide a one where forks do not differ (docs/statistics.md has the measurement). It
 * is no method of the reports and stands here to be measured beside theirs.
 */
public final class TwoLevelBootstrap {

  private final UniformRandomProvider random;

  public TwoLevelBootstrap(long seed) {
    random = RandomSource.XO_SHI_RO_256_PP.create(seed);
  }

  /** The median of the forks' medians of one resample. */
  public double median(double[][] forks) {
    double[] levels = new double[forks.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = SampleMedian.of(resampled(forks[random.nextInt(forks.length)]));
    }
    return SampleMedian.of(levels);
  }

  /** The median of all iterations of one resample, pooled. */
  public double pooledMedian(double[][] forks) {
    double[][] drawn = new double[forks.length][];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = resampled(forks[random.nextInt(forks.length)]);
    }
    return SampleMedian.of(Arrays.stream(drawn).flatMapToDouble(Arrays::stream).toArray());
  }

  private double[] resampled(double[] iterations) {
    double[] drawn = new double[iterations.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = iterations[random.nextInt(iterations.length)];
    }
    return drawn;
  }
}
