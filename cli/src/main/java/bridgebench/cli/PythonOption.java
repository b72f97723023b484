package bridgebench.cli;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.python.PythonSetupException;
import bridgebench.bridge.python.PythonUse;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Python plays the worker. */
final class PythonOption {
  @Option(
      names = "--python",
      paramLabel = "PATH",
      description =
          "Python interpreter of the worker, with pyarrow, pandas, numpy and cloudpickle; for the"
              + " driver's paths with py4j 0.10.9.9 and pandas before 3, for the function cdf with"
              + " scipy. Without it the program uses a virtual environment of its own, made on first use.")
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
    return prepare(err, Set.of());
  }

  /**
   * Ready to start what a suite needs.
   *
   * @param uses what the interpreter must be fit for beside playing a worker
   */
  PythonLaunch prepare(PrintWriter err, Set<PythonUse> uses) {
    Path chosen = interpreter;
    if (chosen == null) {
      return PythonLaunch.ownEnvironment(err::println);
    }
    try {
      return PythonLaunch.using(chosen, uses);
    } catch (PythonSetupException e) {
      throw new UsageProblem(String.valueOf(e.getMessage()), e);
    }
  }
}
