package bridgebench.reports.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * How much of the spread each level adds, after Kalibera and Jones ("Rigorous benchmarking in
 * reasonable time", 2013, section 6): the variance of the forks' means less the share that the
 * iterations within a fork put into it. Standard deviations relative to the mean of the forks'
 * means.
 *
 * @param betweenForks of the forks' own levels; 0 when the iterations explain all; NaN below 2
 *     forks
 * @param betweenIterations within a fork; NaN when no fork has 2 iterations
 * @param forkMeans of the forks' means as they are; NaN below 2 forks
 */
public record VarianceLevels(double betweenForks, double betweenIterations, double forkMeans) {

  /** From the iterations of each fork. */
  public static VarianceLevels of(double[][] forks) {
    double[] means =
        Arrays.stream(forks).mapToDouble(fork -> Mean.of(fork).getAsDouble()).toArray();
    double mean = Mean.of(means).getAsDouble();
    double ofMeans = means.length < 2 ? Double.NaN : Variance.of(means).getAsDouble();
    double within = within(forks);
    double share = Double.isNaN(within) ? 0 : within * meanReciprocalLength(forks);
    return new VarianceLevels(
        Math.sqrt(Math.max(0, ofMeans - share)) / mean,
        Math.sqrt(within) / mean,
        Math.sqrt(ofMeans) / mean);
  }

  private static double within(double[][] forks) {
    double squares = 0;
    int degrees = 0;
    for (double[] fork : forks) {
      if (fork.length > 1) {
        squares += Variance.of(fork).getAsDouble() * (fork.length - 1);
        degrees += fork.length - 1;
      }
    }
    return degrees == 0 ? Double.NaN : squares / degrees;
  }

  private static double meanReciprocalLength(double[][] forks) {
    return Arrays.stream(forks).mapToDouble(fork -> 1.0 / fork.length).average().orElse(0);
  }
}
