package bridgebench.bridge.worker;

import bridgebench.bridge.python.PythonLaunch;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What every worker of a session has in common.
 *
 * @param python the interpreter and the package's folder
 * @param module the Python module to run; {@link #WORKER} outside fault tests
 * @param privateFolderRoot where folders for sockets and named pipes are made
 * @param deadline how long nothing may move while something is expected
 * @param maxFrameBytes the longest batch accepted from the worker, and by it
 * @param label what the worker is for, for messages: the scenario's id
 */
public record WorkerOptions(
    PythonLaunch python,
    String module,
    Path privateFolderRoot,
    Duration deadline,
    long maxFrameBytes,
    String label) {

  /** The module that serves a scenario. */
  public static final String WORKER = "bridgebench.worker";
}
