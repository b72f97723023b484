package bridgebench.bridge.python;

import java.util.List;
import java.util.Map;

/**
 * The environment of every Python process: without the variables that change the interpreter, such
 * as {@code PYTHONPATH} and {@code PYTHONHOME}. So a probe, an installation and a worker meet the
 * same Python.
 */
public final class CleanEnvironment {

  private static final String PREFIX = "PYTHON";

  private CleanEnvironment() {}

  /** Removes the variables from a process's environment-to-be. */
  public static void clean(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith(PREFIX));
  }

  /** A builder of such a process. */
  static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    clean(builder.environment());
    return builder;
  }
}
