package bridgebench.bridge.driver.plan;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.RowRun;
import bridgebench.scenarios.model.ColumnSpec;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must hold of a row. Comparisons are Spark's: one with a null does not hold, NaN equals
 * itself and is greater than every number, and the two zeros are equal.
 */
interface Condition {

  Pattern COMPARISON = Pattern.compile("\\s*(\\S+)\\s*(<=|>=|!=|<|>|=)\\s*(\\S+)\\s*");
  Pattern NULLNESS = Pattern.compile("\\s*(\\S+)\\s+is\\s+(not\\s+)?null\\s*");

  /** Says for each row of a run whether it holds; {@code holds} has room for all. */
  void test(RowRun run, boolean[] holds);

  /**
   * Reads {@code column OPERATOR number} with one of {@code < <= > >= = !=}, or {@code column is
   * null}, or {@code column is not null}.
   *
   * @throws PlanException saying what was expected
   */
  static Condition parse(String text, List<ColumnSpec> columns) {
    Matcher nullness = NULLNESS.matcher(text);
    if (nullness.matches()) {
      int index = ColumnNames.indexOf(columns, nullness.group(1));
      boolean wanted = nullness.group(2) == null;
      return (run, holds) -> testNulls(run, index, wanted, holds);
    }
    Matcher comparison = COMPARISON.matcher(text);
    if (!comparison.matches()) {
      throw new PlanException(
          "cannot read the condition '"
              + text
              + "': expected for example \"x > 1\", \"x is null\" or \"x is not null\"");
    }
    int index = ColumnNames.indexOf(columns, comparison.group(1));
    ColumnSpec column = Numbers.require(columns.get(index), "the condition '" + text + "'");
    Outcome outcome = Outcome.of(comparison.group(2));
    String number = comparison.group(3);
    return column.type().isWhole() && !number.contains(".")
        ? whole(index, outcome, Literals.whole(number, text))
        : floating(index, outcome, Literals.floating(number, text));
  }

  private static void testNulls(RowRun run, int index, boolean wanted, boolean[] holds) {
    Column column = run.column(index);
    for (int i = 0; i < run.rows(); i++) {
      holds[i] = column.isNull(run.start(index) + i) == wanted;
    }
  }

  private static Condition whole(int index, Outcome outcome, long number) {
    return (run, holds) -> {
      Column column = run.column(index);
      int start = run.start(index);
      for (int i = 0; i < run.rows(); i++) {
        int order = Long.compare(Numbers.wholeAt(column, start + i), number);
        holds[i] = outcome.accepts(order) && !column.isNull(start + i);
      }
    };
  }

  private static Condition floating(int index, Outcome outcome, double number) {
    return (run, holds) -> {
      Column column = run.column(index);
      int start = run.start(index);
      for (int i = 0; i < run.rows(); i++) {
        double value = Numbers.doubleAt(column, start + i);
        int order = value == number ? 0 : Double.compare(value, number);
        holds[i] = outcome.accepts(order) && !column.isNull(start + i);
      }
    };
  }

  /** Which orders of a value and the number an operator accepts. */
  record Outcome(boolean less, boolean same, boolean greater) {

    static Outcome of(String operator) {
      return switch (operator) {
        case "<" -> new Outcome(true, false, false);
        case "<=" -> new Outcome(true, true, false);
        case ">" -> new Outcome(false, false, true);
        case ">=" -> new Outcome(false, true, true);
        case "=" -> new Outcome(false, true, false);
        default -> new Outcome(true, false, true);
      };
    }

    boolean accepts(int order) {
      return order == 0 ? same : order < 0 ? less : greater;
    }
  }
}
