package bridgebench.reports.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a series into stretches of one level each, to see where a warm-up ends. As in Barrett et al.
 * ("Virtual machine warmup blows hot and cold", 2017) the cut is the one with the least penalised
 * cost; the cost is the sum of distances to each stretch's median, so that a single outlying
 * iteration makes no level of its own.
 */
public final class LevelShifts {

  /** Fewer values say nothing about a level. */
  private static final int LEAST_LENGTH = 2;

  /** Weight of one more stretch, in units of the series' own noise. */
  private static final double PENALTY = 3;

  private LevelShifts() {}

  /**
   * One stretch of a series.
   *
   * @param from index of its first value
   * @param to index after its last
   * @param level its median
   */
  public record Stretch(int from, int to, double level) {}

  /**
   * The stretches in order; neighbours differ by more than the tolerance.
   *
   * @param relativeTolerance difference between neighbouring levels that is no shift, 0.02 for 2 %
   */
  public static List<Stretch> of(double[] series, double relativeTolerance) {
    if (series.length < 2 * LEAST_LENGTH) {
      return series.length == 0
          ? List.of()
          : List.of(new Stretch(0, series.length, SampleMedian.of(series)));
    }
    return merged(
        series, cut(series, PENALTY * noise(series) * Math.log(series.length)), relativeTolerance);
  }

  /** Typical distance of a value from its level, from the differences of neighbours. */
  private static double noise(double[] series) {
    double[] steps = new double[series.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Math.abs(series[i + 1] - series[i]);
    }
    return SampleMedian.of(steps);
  }

  /** The starts of the stretches with the least cost, by dynamic programming. */
  private static List<Integer> cut(double[] series, double penalty) {
    int n = series.length;
    double[] best = new double[n + 1];
    int[] startOfLast = new int[n + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = -penalty;
    for (int to = LEAST_LENGTH; to <= n; to++) {
      for (int from = 0; from <= to - LEAST_LENGTH; from++) {
        double cost = best[from] + penalty + distance(series, from, to);
        if (cost < best[to]) {
          best[to] = cost;
          startOfLast[to] = from;
        }
      }
    }
    List<Integer> starts = new ArrayList<>();
    for (int to = n; to > 0; to = startOfLast[to]) {
      starts.add(0, startOfLast[to]);
    }
    return starts;
  }

  private static double distance(double[] series, int from, int to) {
    double[] stretch = Arrays.copyOfRange(series, from, to);
    double median = SampleMedian.of(stretch);
    double sum = 0;
    for (double value : stretch) {
      sum += Math.abs(value - median);
    }
    return sum;
  }

  private static List<Stretch> merged(double[] series, List<Integer> starts, double tolerance) {
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int to = i + 1 < starts.size() ? starts.get(i + 1) : series.length;
      Stretch next = stretch(series, starts.get(i), to);
      Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
      if (last != null && Math.abs(next.level / last.level - 1) <= tolerance) {
        stretches.set(stretches.size() - 1, stretch(series, last.from, to));
      } else {
        stretches.add(next);
      }
    }
    return stretches;
  }

  private static Stretch stretch(double[] series, int from, int to) {
    return new Stretch(from, to, SampleMedian.of(Arrays.copyOfRange(series, from, to)));
  }
}
