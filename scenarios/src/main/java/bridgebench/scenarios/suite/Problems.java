package bridgebench.scenarios.suite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects everything that is wrong in one suite file. */
final class Problems {

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void at(Node node, String message) {
    at(node.getStartMark(), message);
  }

  void at(Mark mark, String message) {
    add(new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, message));
  }

  void inFile(String message) {
    add(new Problem(file, 0, 0, message));
  }

  int count() {
    return problems.size();
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  SuiteException exception() {
    return new SuiteException(problems.stream().sorted(BY_PLACE).toList());
  }

  /** An alias can lead to the same mistake twice. */
  private void add(Problem problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
