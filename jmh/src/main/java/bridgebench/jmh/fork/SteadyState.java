package bridgebench.jmh.fork;

import bridgebench.scenarios.run.IterationRecord;
import java.util.List;

/**
 * Whether a fork has warmed up, judged by the time per operation of its iterations while it runs.
 *
 * <p>The rule looks at the fastest of a group of iterations, because a disturbance makes an
 * iteration slower but never faster: warm-up has ended unless the fastest of its last iterations is
 * more than 5 % faster than the fastest before them. Without any before them nothing can be told,
 * and it counts as ended. A mistake costs time alone; whether a fork was steady while it was
 * measured is judged by the reports.
 */
public final class SteadyState {
  private static final double CHANGE = 0.05;

  private SteadyState() {}

  /**
   * Whether the warm-up iterations, in order, show no more speeding up.
   *
   * @param last how many of them are compared with those before
   */
  public static boolean warmupEnded(List<IterationRecord> warmup, int last) {
    if (warmup.size() <= last) {
      return true;
    }
    int split = warmup.size() - last;
    double earlier = fastest(warmup.subList(0, split));
    double later = fastest(warmup.subList(split, warmup.size()));
    return later >= earlier * (1 - CHANGE);
  }

  private static double fastest(List<IterationRecord> iterations) {
    return iterations.stream().mapToDouble(SteadyState::nanosPerOperation).min().orElseThrow();
  }

  private static double nanosPerOperation(IterationRecord iteration) {
    return (double) iteration.durationNanos() / Math.max(1, iteration.operations());
  }
}
