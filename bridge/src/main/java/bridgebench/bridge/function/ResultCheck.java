package bridgebench.bridge.function;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.ColumnBatch;
import bridgebench.bridge.rows.DoubleColumn;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.FunctionKind;
import bridgebench.scenarios.model.FunctionSpec;
import bridgebench.scenarios.model.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges every value of a task's result: against the Java twin's where there is one, else by
 * folding it into a checksum. What the twin answers for the rows of the window is computed once,
 * when the check is made.
 */
public final class ResultCheck {

  /**
   * Python's and the JVM's error functions are each right to a few units in the last place; in the
   * far tail the argument's own rounding adds some hundred.
   */
  private static final Tolerance CDF = new Tolerance(1e-15, 1e-12);

  private final String scenarioId;
  private final List<ColumnSpec> results;
  private final List<ColumnCheck> checks;

  private ResultCheck(String scenarioId, List<ColumnSpec> results, List<ColumnCheck> checks) {
    this.scenarioId = scenarioId;
    this.results = results;
    this.checks = checks;
  }

  /**
   * The check of a scenario's results.
   *
   * @param window the rows that are sent
   * @param results the columns that come back
   */
  public static ResultCheck of(Scenario scenario, RowWindow window, List<ColumnSpec> results) {
    FunctionSpec function = FunctionSpec.parse(scenario.function());
    List<ColumnCheck> checks =
        function.hasTwin() ? twinChecks(scenario, function, window) : checksums(results.size());
    return new ResultCheck(scenario.id(), results, checks);
  }

  /** A check that expects the window's own rows. */
  public static ResultCheck unchanged(String scenarioId, RowWindow window) {
    List<ColumnCheck> checks = new ArrayList<>();
    for (int i = 0; i < window.columnCount(); i++) {
      checks.add(new ExactCheck(window, window.column(i)));
    }
    return new ResultCheck(scenarioId, window.shape().columns(), checks);
  }

  /** A check of columns that somebody else judges: it knows what they are and accepts any value. */
  public static ResultCheck unjudged(String scenarioId, List<ColumnSpec> columns) {
    return new ResultCheck(scenarioId, columns, List.of());
  }

  /** The columns that come back. */
  public List<ColumnSpec> results() {
    return results;
  }

  /**
   * Judges a batch.
   *
   * @param batch the rows that came
   * @param firstRow the batch's first row in the task
   * @throws WrongResultException at the first value that is not the twin's
   */
  public void accept(ColumnBatch batch, long firstRow) {
    for (int i = 0; i < checks.size(); i++) {
      String column = results.get(i).name();
      checks
          .get(i)
          .check(
              batch.column(i),
              firstRow,
              (row, expected, actual) ->
                  new WrongResultException(scenarioId, row, column, expected, actual));
    }
  }

  /**
   * The checksum over the results of the task that began when row 0 was last judged: it depends on
   * the order of rows, on nulls and on every value; 0 where a twin judges instead.
   */
  public long checksum() {
    long sum = 0;
    for (ColumnCheck check : checks) {
      if (check instanceof Checksum checksum) {
        sum += checksum.value();
      }
    }
    return sum;
  }

  private static List<ColumnCheck> twinChecks(
      Scenario scenario, FunctionSpec function, RowWindow window) {
    FunctionTwin twin = FunctionTwin.of(function, window.shape());
    List<ColumnCheck> checks = new ArrayList<>();
    for (int i = 0; i < twin.results().size(); i++) {
      checks.add(twinCheck(function, twin, window, i));
    }
    return checks;
  }

  private static ColumnCheck twinCheck(
      FunctionSpec function, FunctionTwin twin, RowWindow window, int column) {
    if (twin.seesWholeBatch(column)) {
      return new BatchCheck(window, column, twin);
    }
    Column input = window.column(column);
    Column expected = twin.apply(column, input, Column.ofType(twin.results().get(column).type()));
    return function.kind() == FunctionKind.CDF && expected != input
        ? new CloseCheck(window, (DoubleColumn) expected, CDF)
        : new ExactCheck(window, expected);
  }

  private static List<ColumnCheck> checksums(int columns) {
    List<ColumnCheck> checks = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      checks.add(new Checksum(i));
    }
    return checks;
  }
}
