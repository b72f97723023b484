package bridgebench.bridge.task;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.worker.WorkerOptions;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a session needs to know beside its scenario.
 *
 * @param python the interpreter and the package's folder
 * @param privateFolderRoot where folders for sockets and named pipes are made
 * @param deadline how long nothing may move while something is expected from a worker
 * @param maxFrameBytes the longest batch accepted from a worker, and by it
 * @param seed of the rows
 * @param recordLatency whether each batch's latency is recorded
 */
public record BridgeSettings(
    PythonLaunch python,
    Path privateFolderRoot,
    Duration deadline,
    long maxFrameBytes,
    long seed,
    boolean recordLatency) {

  /** A batch of 1 GiB is the longest that the protocol knows. */
  public static final long MAX_FRAME_BYTES = 1L << 30;

  WorkerOptions workerOptions(String label) {
    return workerOptions(label, WorkerOptions.WORKER);
  }

  /**
   * What a Python process of this session is started with.
   *
   * @param label what it is for, for messages: the scenario's id
   * @param module the Python module to run
   */
  public WorkerOptions workerOptions(String label, String module) {
    return new WorkerOptions(python, module, privateFolderRoot, deadline, maxFrameBytes, label);
  }
}
