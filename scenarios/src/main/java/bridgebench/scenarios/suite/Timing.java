package bridgebench.scenarios.suite;

/**
 * How long and how often a question's scenarios are measured.
 *
 * @param forks JVM + worker pairs for each scenario: the unit of replication
 * @param warmupIterations iterations that the statistics leave out, in each fork
 * @param warmupNanos least duration of each of them; an iteration holds at least one operation
 * @param measurementIterations iterations that count, in each fork
 * @param measurementNanos least duration of each of them; an iteration holds at least one operation
 * @param thresholdPercent the smallest difference that matters in practice, in percent
 */
public record Timing(
    int forks,
    int warmupIterations,
    long warmupNanos,
    int measurementIterations,
    long measurementNanos,
    double thresholdPercent) {

  /** The most forks of a scenario. */
  public static final int MAX_FORKS = 1_000;

  /** The most iterations of a fork, of warm-up and of measurement each. */
  public static final int MAX_ITERATIONS = 100_000;

  /** The shortest iteration that can be asked for: 1 ms. */
  public static final long MIN_ITERATION_NANOS = 1_000_000L;

  /** The longest: 60 minutes. */
  public static final long MAX_ITERATION_NANOS = 3_600_000_000_000L;

  /** What holds where a suite says nothing: 5 forks of 5 + 5 iterations of a second; 2 %. */
  public static final Timing DEFAULT = new Timing(5, 5, 1_000_000_000L, 5, 1_000_000_000L, 2);

  /**
   * JVM and worker start, clock check and set-up of one fork, rounded up: seen on two cores with
   * shared classes.
   */
  public static final long FORK_START_NANOS = 1_200_000_000L;

  /**
   * The nominal duration of all iterations of all forks; starting the forks is not in it. What a
   * long cannot hold is its greatest value.
   */
  public long iterationNanos() {
    return (long) ((double) forks * forkNanos());
  }

  /** The nominal duration of all iterations of one fork. */
  long forkNanos() {
    return warmupIterations * warmupNanos + measurementIterations * measurementNanos;
  }

  /** What a scenario needs that two questions ask for: the greater of each, the finer threshold. */
  Timing atLeast(Timing other) {
    return new Timing(
        Math.max(forks, other.forks),
        Math.max(warmupIterations, other.warmupIterations),
        Math.max(warmupNanos, other.warmupNanos),
        Math.max(measurementIterations, other.measurementIterations),
        Math.max(measurementNanos, other.measurementNanos),
        Math.min(thresholdPercent, other.thresholdPercent));
  }
}
