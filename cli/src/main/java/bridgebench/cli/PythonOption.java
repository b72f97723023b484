package bridgebench.cli;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.python.PythonSetupException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Python plays the worker. */
final class PythonOption {
  @Option(
      names = "--python",
      paramLabel = "PATH",
      description =
          "Python interpreter of the worker, with pyarrow, pandas, numpy and cloudpickle, and for the"
              + " driver's paths py4j 0.10.9.9 and pandas before 3. Without it the program uses a virtual environment of its own, made on first use.")
  private @Nullable Path interpreter;

  PythonOption() {}

  /** An option that was given as a word elsewhere, such as in the journal of a run. */
  PythonOption(@Nullable Path interpreter) {
    this.interpreter = interpreter;
  }

  @Nullable Path interpreter() {
    return interpreter;
  }

  /**
   * Ready to start workers; the first use may install packages, with its progress on {@code err}.
   */
  PythonLaunch prepare(PrintWriter err) {
    return prepare(err, false);
  }

  /**
   * Ready to start workers, and drivers where a suite has their paths.
   *
   * @param withDriver whether the interpreter must have what the driver's paths need
   */
  PythonLaunch prepare(PrintWriter err, boolean withDriver) {
    Path chosen = interpreter;
    if (chosen == null) {
      return PythonLaunch.ownEnvironment(err::println);
    }
    try {
      return withDriver ? PythonLaunch.usingForDriver(chosen) : PythonLaunch.using(chosen);
    } catch (PythonSetupException e) {
      throw new UsageProblem(String.valueOf(e.getMessage()), e);
    }
  }
}
