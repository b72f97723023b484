package bridgebench.jmh.runner;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.task.BridgeSettings;
import java.time.Duration;

/**
 * What every fork of a run is given.
 *
 * @param python the interpreter and the Python package
 * @param stallDeadline how long nothing may move before a task fails
 * @param forkDeadline how long a fork may take in all before it is killed
 * @param maxFrameBytes the longest frame accepted
 * @param recordLatency whether the latency of each batch is recorded
 */
public record ForkSettings(
    PythonLaunch python,
    Duration stallDeadline,
    Duration forkDeadline,
    long maxFrameBytes,
    boolean recordLatency) {

  /** A minute without movement, an hour a fork, frames up to 1 GiB, latencies recorded. */
  public static ForkSettings of(PythonLaunch python) {
    return new ForkSettings(
        python, Duration.ofMinutes(1), Duration.ofHours(1), BridgeSettings.MAX_FRAME_BYTES, true);
  }
}
