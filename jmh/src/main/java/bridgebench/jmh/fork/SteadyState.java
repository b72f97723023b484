package bridgebench.jmh.fork;

import bridgebench.scenarios.run.IterationRecord;
import java.util.List;

/**
 * Whether a fork had warmed up, judged by the time per operation of its iterations.
 *
 * <p>The rules look at the fastest of a group of iterations, because a disturbance makes an
 * iteration slower but never faster:
 *
 * <ul>
 *   <li>Warm-up has ended unless the fastest of its last two iterations is more than 5 % faster
 *       than the fastest before them. With fewer than three iterations nothing can be told, and it
 *       counts as ended.
 *   <li>Measurement was steady unless its halves do not overlap and their fastest iterations differ
 *       by more than 5 %. With fewer than four iterations nothing can be told, and it counts as
 *       steady.
 * </ul>
 */
public final class SteadyState {
  private static final double CHANGE = 0.05;
  private static final int LAST = 2;

  private SteadyState() {}

  /** Whether the warm-up iterations, in order, show no more speeding up. */
  public static boolean warmupEnded(List<IterationRecord> warmup) {
    if (warmup.size() <= LAST) {
      return true;
    }
    int split = warmup.size() - LAST;
    double earlier = fastest(warmup.subList(0, split));
    double last = fastest(warmup.subList(split, warmup.size()));
    return last >= earlier * (1 - CHANGE);
  }

  /** Whether the measured iterations, in order, show no lasting change of speed. */
  public static boolean isSteady(List<IterationRecord> measurement) {
    if (measurement.size() < 2 * LAST) {
      return true;
    }
    int half = measurement.size() / 2;
    List<IterationRecord> first = measurement.subList(0, half);
    List<IterationRecord> second =
        measurement.subList(measurement.size() - half, measurement.size());
    boolean faster =
        slowest(second) < fastest(first) && fastest(second) < fastest(first) * (1 - CHANGE);
    boolean slower =
        slowest(first) < fastest(second) && fastest(first) < fastest(second) * (1 - CHANGE);
    return !faster && !slower;
  }

  private static double fastest(List<IterationRecord> iterations) {
    return iterations.stream().mapToDouble(SteadyState::nanosPerOperation).min().orElseThrow();
  }

  private static double slowest(List<IterationRecord> iterations) {
    return iterations.stream().mapToDouble(SteadyState::nanosPerOperation).max().orElseThrow();
  }

  private static double nanosPerOperation(IterationRecord iteration) {
    return (double) iteration.durationNanos() / Math.max(1, iteration.operations());
  }
}
