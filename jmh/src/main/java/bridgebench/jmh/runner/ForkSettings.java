package bridgebench.jmh.runner;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.task.BridgeSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What every fork of a run is given.
 *
 * @param python the interpreter and the Python package
 * @param stallDeadline how long nothing may move before a task fails
 * @param fixedForkDeadline how long a fork may take in all before it is killed; null to allow what
 *     its timing asks for
 * @param maxFrameBytes the longest frame accepted
 * @param recordLatency whether the latency of each batch is recorded
 */
public record ForkSettings(
    PythonLaunch python,
    Duration stallDeadline,
    @Nullable Duration fixedForkDeadline,
    long maxFrameBytes,
    boolean recordLatency) {

  private static final int STALLS_OF_A_FORK = 60;
  private static final int TIMES_OF_ITERATIONS = 3;

  /** A minute without movement, frames up to 1 GiB, latencies recorded. */
  public static ForkSettings of(PythonLaunch python) {
    return of(python, Duration.ofMinutes(1));
  }

  /** The same with another limit of standing still. */
  public static ForkSettings of(PythonLaunch python, Duration stallDeadline) {
    return new ForkSettings(python, stallDeadline, null, BridgeSettings.MAX_FRAME_BYTES, true);
  }

  /**
   * How long a fork may take in all before it is killed. Unless it is fixed: three times its
   * iterations, since warm-up may be prolonged and an operation may outlast its iteration, and 60
   * times what standing still may last.
   */
  Duration forkDeadline(PlannedFork fork) {
    return fixedForkDeadline == null
        ? Duration.ofNanos(fork.iterationNanos())
            .multipliedBy(TIMES_OF_ITERATIONS)
            .plus(stallDeadline.multipliedBy(STALLS_OF_A_FORK))
        : fixedForkDeadline;
  }
}
