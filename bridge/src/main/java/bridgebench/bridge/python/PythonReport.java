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
 */
public record PythonReport(
    Path interpreter,
    String version,
    SortedMap<String, String> packages,
    List<PythonProblem> problems) {

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
    if (!usable()) {
      throw new PythonSetupException(
          "cannot use the Python interpreter "
              + interpreter
              + ":\n"
              + problems.stream().map(p -> "  - " + p).collect(Collectors.joining("\n")));
    }
  }
}
