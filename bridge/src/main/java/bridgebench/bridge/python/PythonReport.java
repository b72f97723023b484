package bridgebench.bridge.python;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What a probe found.
 *
 * @param interpreter the probed executable, absolute where it was found
 * @param version such as {@code 3.11.7}; empty when it could not be asked
 * @param packages installed version of each package the worker uses, by name
 * @param problems what stands in the way; empty when the interpreter is usable
 * @param driverProblems what beside these stands in the way of the driver's paths
 */
public record PythonReport(
    Path interpreter,
    String version,
    SortedMap<String, String> packages,
    List<PythonProblem> problems,
    List<PythonProblem> driverProblems) {

  /** Whether the worker can run on it. */
  public boolean usable() {
    return problems.isEmpty();
  }

  /**
   * Refuses an interpreter with problems.
   *
   * @throws PythonSetupException naming all of them
   */
  public void requireUsable() {
    require("", problems);
  }

  /**
   * Refuses an interpreter on which the driver's paths cannot run.
   *
   * @throws PythonSetupException naming all problems
   */
  public void requireUsableByDriver() {
    requireUsable();
    require(" for the driver's paths", driverProblems);
  }

  private void require(String purpose, List<PythonProblem> found) {
    if (!found.isEmpty()) {
      throw new PythonSetupException(
          "cannot use the Python interpreter "
              + interpreter
              + purpose
              + ":\n"
              + found.stream().map(p -> "  - " + p).collect(Collectors.joining("\n")));
    }
  }
}
