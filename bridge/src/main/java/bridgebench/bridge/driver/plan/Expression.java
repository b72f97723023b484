package bridgebench.bridge.driver.plan;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.DoubleColumn;
import bridgebench.bridge.rows.LongColumn;
import bridgebench.bridge.rows.RowRun;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.ColumnType;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column made of another: the same, or a number computed from each. Whole numbers give longs,
 * which wrap around; others give doubles. What is computed from a null is null.
 */
final class Expression {

  private static final Pattern ARITHMETIC = Pattern.compile("\\s*(\\S+)\\s+([-+*])\\s+(\\S+)\\s*");
  private static final Pattern PMOD =
      Pattern.compile("\\s*pmod\\(\\s*(\\S+)\\s*,\\s*(\\S+)\\s*\\)\\s*");

  private final ColumnSpec result;
  private final int input;
  private final @Nullable LongUnaryOperator whole;
  private final @Nullable DoubleUnaryOperator floating;

  private Expression(
      ColumnSpec result,
      int input,
      @Nullable LongUnaryOperator whole,
      @Nullable DoubleUnaryOperator floating) {
    this.result = result;
    this.input = input;
    this.whole = whole;
    this.floating = floating;
  }

  /**
   * Reads {@code column}, {@code column + number} (or {@code -}, {@code *}) or {@code pmod(column,
   * number)}.
   *
   * @param name of the result; null for the column's own, or for the text
   */
  static Expression parse(@Nullable String name, String text, List<ColumnSpec> columns) {
    Matcher arithmetic = ARITHMETIC.matcher(text);
    if (arithmetic.matches()) {
      return computed(
          name, text, columns, arithmetic.group(1), arithmetic.group(2), arithmetic.group(3));
    }
    Matcher pmod = PMOD.matcher(text);
    if (pmod.matches()) {
      return computed(name, text, columns, pmod.group(1), "pmod", pmod.group(2));
    }
    int input = ColumnNames.indexOf(columns, text.strip());
    ColumnSpec column = columns.get(input);
    return new Expression(named(column, name == null ? column.name() : name), input, null, null);
  }

  /** The column that comes out. */
  ColumnSpec result() {
    return result;
  }

  /** A column to compute into; null where the input is handed on as it is. */
  @Nullable Column target() {
    return whole == null && floating == null ? null : Column.ofType(result.type());
  }

  /** Puts the result's values of a run into another run. */
  void evaluate(RowRun from, RowRun to, int index, @Nullable Column target) {
    if (target == null) {
      to.set(index, from.column(input), from.start(input));
      return;
    }
    target.reset(from.rows());
    if (whole != null) {
      computeLongs(from, ((LongColumn) target).values(), whole);
    } else if (floating != null) {
      computeDoubles(from, ((DoubleColumn) target).values(), floating);
    }
    copyNulls(from, target);
    to.set(index, target, 0);
  }

  private void computeLongs(RowRun from, long[] values, LongUnaryOperator operator) {
    Column source = from.column(input);
    int start = from.start(input);
    for (int i = 0; i < from.rows(); i++) {
      values[i] = operator.applyAsLong(Numbers.wholeAt(source, start + i));
    }
  }

  private void computeDoubles(RowRun from, double[] values, DoubleUnaryOperator operator) {
    Column source = from.column(input);
    int start = from.start(input);
    for (int i = 0; i < from.rows(); i++) {
      values[i] = operator.applyAsDouble(Numbers.doubleAt(source, start + i));
    }
  }

  private void copyNulls(RowRun from, Column target) {
    Column source = from.column(input);
    if (source.nullCount() == 0) {
      return;
    }
    for (int i = 0; i < from.rows(); i++) {
      if (source.isNull(from.start(input) + i)) {
        clear(target, i);
        target.markNull(i);
      }
    }
  }

  private static void clear(Column target, int row) {
    if (target instanceof LongColumn longs) {
      longs.values()[row] = 0;
    } else {
      ((DoubleColumn) target).values()[row] = 0;
    }
  }

  private static Expression computed(
      @Nullable String name,
      String text,
      List<ColumnSpec> columns,
      String column,
      String operator,
      String number) {
    int input = ColumnNames.indexOf(columns, column);
    ColumnSpec source = Numbers.require(columns.get(input), "the expression '" + text + "'");
    boolean isWhole = source.type().isWhole() && !number.contains(".");
    ColumnSpec result =
        new ColumnSpec(
            name == null ? text : name,
            isWhole ? ColumnType.LONG : ColumnType.DOUBLE,
            source.nullable(),
            0);
    return isWhole
        ? new Expression(result, input, longs(operator, Literals.whole(number, text), text), null)
        : new Expression(
            result, input, null, doubles(operator, Literals.floating(number, text), text));
  }

  private static LongUnaryOperator longs(String operator, long number, String text) {
    return switch (operator) {
      case "+" -> value -> value + number;
      case "-" -> value -> value - number;
      case "*" -> value -> value * number;
      default -> {
        if (number <= 0) {
          throw new PlanException("pmod needs a positive number: '" + text + "'");
        }
        yield value -> Math.floorMod(value, number);
      }
    };
  }

  private static DoubleUnaryOperator doubles(String operator, double number, String text) {
    return switch (operator) {
      case "+" -> value -> value + number;
      case "-" -> value -> value - number;
      case "*" -> value -> value * number;
      default -> throw new PlanException("pmod needs whole numbers: '" + text + "' has none");
    };
  }

  private static ColumnSpec named(ColumnSpec column, String name) {
    return new ColumnSpec(name, column.type(), column.nullable(), column.valueBytes());
  }
}
