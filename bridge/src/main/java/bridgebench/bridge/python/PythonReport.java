package bridgebench.bridge.python;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What a probe found.
 *
 * @param interpreter the probed executable, absolute where it was found
 * @param version such as {@code 3.11.7}; empty when it could not be asked
 * @param packages installed version of each package the worker uses, by name
 * @param problems what stands in the way; empty when the interpreter is usable
 * @param problemsOfUses what beside these stands in the way of each further use
 */
public record PythonReport(
    Path interpreter,
    String version,
    SortedMap<String, String> packages,
    List<PythonProblem> problems,
    Map<PythonUse, List<PythonProblem>> problemsOfUses) {

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

  /** What stands in the way of a use, beside {@link #problems}; empty when nothing does. */
  public List<PythonProblem> problemsOf(PythonUse use) {
    return problemsOfUses.getOrDefault(use, List.of());
  }

  /**
   * Refuses an interpreter that cannot play a worker, or is not fit for one of these uses.
   *
   * @throws PythonSetupException naming all problems of a worker's, else those of the first use
   *     that has some
   */
  public void requireUsableFor(Set<PythonUse> uses) {
    requireUsable();
    uses.forEach(use -> require(" for " + use.purpose(), problemsOf(use)));
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
