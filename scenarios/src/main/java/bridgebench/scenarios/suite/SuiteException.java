package bridgebench.scenarios.suite;

import java.util.List;
import java.util.stream.Collectors;

/** A suite file that cannot be run, with everything that is wrong in it. */
public final class SuiteException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public SuiteException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** In the order of the file; never empty. */
  public List<Problem> problems() {
    return problems;
  }
}
