package bridgebench.reports.findings;

import bridgebench.reports.statistics.SampleMedian;
import bridgebench.reports.statistics.TwoLevelBootstrap;
import bridgebench.scenarios.run.Figure;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Where two series are equally fast, between two places at which one and then the other is faster.
 * The logarithm of the ratio of speeds is taken as a straight line over the logarithm of the axis
 * between neighbouring points; the interval is that of a two-level bootstrap.
 */
final class CrossingPlace {

  private static final int RESAMPLES = 2_000;
  private static final long SEED = 20_261_122L;
  private static final double[] ENDS = {0.025, 0.975};

  private final double[] logPlaces;
  private final List<double[][]> ones;
  private final List<double[][]> others;

  /**
   * @param places values of the axis in rising order
   * @param ones speeds of each iteration of each fork of one series, by place
   * @param others the same of the other series
   */
  CrossingPlace(double[] places, List<double[][]> ones, List<double[][]> others) {
    this.logPlaces = Arrays.stream(places).map(Math::log).toArray();
    this.ones = ones;
    this.others = others;
  }

  /** The place with its interval, which never leaves the bracket. */
  Figure find() {
    double at = crossing(logRatios(CrossingPlace::median));
    TwoLevelBootstrap bootstrap = new TwoLevelBootstrap(SEED);
    double[] places = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      places[i] = crossing(logRatios(bootstrap::median));
    }
    double[] ends = Quantile.withDefaults().evaluate(places, ENDS);
    return new Figure(
        Math.exp(at), Math.exp(Math.min(at, ends[0])), Math.exp(Math.max(at, ends[1])));
  }

  private interface Level {
    double of(double[][] forks);
  }

  private static double median(double[][] forks) {
    return SampleMedian.of(SampleMedian.ofEach(forks));
  }

  private double[] logRatios(Level level) {
    double[] ratios = new double[logPlaces.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = Math.log(level.of(others.get(i)) / level.of(ones.get(i)));
    }
    return ratios;
  }

  /** The first change of sign; an end of the bracket when a resample has none. */
  private double crossing(double[] logRatios) {
    int last = logRatios.length - 1;
    for (int i = 0; i < last; i++) {
      if (logRatios[i] == 0) {
        return logPlaces[i];
      }
      if (logRatios[i] * logRatios[i + 1] < 0) {
        double share = logRatios[i] / (logRatios[i] - logRatios[i + 1]);
        return logPlaces[i] + share * (logPlaces[i + 1] - logPlaces[i]);
      }
    }
    boolean nearerToZeroAtEnd = Math.abs(logRatios[last]) < Math.abs(logRatios[0]);
    return nearerToZeroAtEnd ? logPlaces[last] : logPlaces[0];
  }
}
