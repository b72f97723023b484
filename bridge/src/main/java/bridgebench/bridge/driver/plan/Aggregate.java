package bridgebench.bridge.driver.plan;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.DoubleColumn;
import bridgebench.bridge.rows.LongColumn;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.ColumnType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One figure a group: {@code count}, {@code sum(x)}, {@code min(x)}, {@code max(x)} or {@code
 * avg(x)}. Nulls do not count; a group of nothing but nulls has none. Sums of whole numbers wrap
 * around; sums of others are taken in the order of the rows; NaN is the greatest.
 */
final class Aggregate {

  private static final Pattern CALL = Pattern.compile("(sum|min|max|avg)\\(\\s*([^)]+?)\\s*\\)");

  private final ColumnSpec result;
  private final String function;
  private final int input;
  private final boolean whole;

  private Aggregate(ColumnSpec result, String function, int input, boolean whole) {
    this.result = result;
    this.function = function;
    this.input = input;
    this.whole = whole;
  }

  static Aggregate parse(String text, List<ColumnSpec> columns) {
    if (text.strip().equals("count")) {
      return new Aggregate(ColumnSpec.of("count", ColumnType.LONG), "count", 0, true);
    }
    Matcher call = CALL.matcher(text.strip());
    if (!call.matches()) {
      throw new PlanException(
          "cannot read the aggregate '"
              + text
              + "': expected count, sum(column), min(column), max(column) or avg(column)");
    }
    int input = ColumnNames.indexOf(columns, call.group(2));
    ColumnSpec column = Numbers.require(columns.get(input), "the aggregate '" + text + "'");
    boolean whole = column.type().isWhole();
    ColumnType type = whole && !call.group(1).equals("avg") ? ColumnType.LONG : ColumnType.DOUBLE;
    return new Aggregate(new ColumnSpec(text.strip(), type, true, 0), call.group(1), input, whole);
  }

  ColumnSpec result() {
    return result;
  }

  int input() {
    return input;
  }

  Running start() {
    return new Running();
  }

  /** What one group has seen so far. */
  final class Running {
    private long count;
    private long sum;
    private long least = Long.MAX_VALUE;
    private long greatest = Long.MIN_VALUE;
    private double floatingSum;
    private double floatingLeast;
    private double floatingGreatest;

    void add(Column column, int row) {
      if (function.equals("count")) {
        count++;
      } else if (!column.isNull(row)) {
        if (whole) {
          addWhole(Numbers.wholeAt(column, row));
        } else {
          addFloating(Numbers.doubleAt(column, row));
        }
        count++;
      }
    }

    private void addWhole(long value) {
      sum += value;
      floatingSum += value;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }

    private void addFloating(double value) {
      floatingSum += value;
      floatingLeast =
          count == 0 || Double.compare(value, floatingLeast) < 0 ? value : floatingLeast;
      floatingGreatest =
          count == 0 || Double.compare(value, floatingGreatest) > 0 ? value : floatingGreatest;
    }

    void appendTo(Column target) {
      if (count == 0) {
        target.appendNull();
      } else if (target instanceof LongColumn longs) {
        longs.append(wholeResult());
      } else {
        ((DoubleColumn) target).append(floatingResult());
      }
    }

    private long wholeResult() {
      return switch (function) {
        case "count" -> count;
        case "sum" -> sum;
        case "min" -> least;
        default -> greatest;
      };
    }

    private double floatingResult() {
      return switch (function) {
        case "sum" -> floatingSum;
        case "avg" -> floatingSum / count;
        case "min" -> floatingLeast;
        default -> floatingGreatest;
      };
    }
  }
}
