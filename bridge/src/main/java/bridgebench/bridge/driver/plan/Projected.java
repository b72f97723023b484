package bridgebench.bridge.driver.plan;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.RowRun;
import bridgebench.scenarios.model.ColumnSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns chosen and computed; those that are only chosen are not copied. */
public final class Projected implements Plan {

  private final Plan input;
  private final List<Expression> expressions;
  private final List<ColumnSpec> columns;

  private Projected(Plan input, List<Expression> expressions) {
    this.input = input;
    this.expressions = expressions;
    this.columns = ColumnNames.requireUnique(expressions.stream().map(Expression::result).toList());
  }

  /** Only these columns and expressions, for example {@code "n"} and {@code "x * 2"}. */
  public static Projected select(Plan input, List<String> expressions) {
    if (expressions.isEmpty()) {
      throw new PlanException("select needs at least one column");
    }
    return new Projected(
        input,
        expressions.stream().map(text -> Expression.parse(null, text, input.columns())).toList());
  }

  /** All columns and one more, which replaces the one that has its name. */
  public static Projected withColumn(Plan input, String name, String expression) {
    List<Expression> all = new ArrayList<>();
    for (ColumnSpec column : input.columns()) {
      if (!column.name().equals(name)) {
        all.add(Expression.parse(null, column.name(), input.columns()));
      }
    }
    all.add(Expression.parse(name, expression, input.columns()));
    return new Projected(input, List.copyOf(all));
  }

  @Override
  public List<ColumnSpec> columns() {
    return columns;
  }

  @Override
  public long mostRows() {
    return input.mostRows();
  }

  @Override
  public RowStream open() {
    return new Computed(input.open());
  }

  private final class Computed implements RowStream {
    private final RowStream rows;
    private final RowRun result = new RowRun(expressions.size());
    private final @Nullable Column[] targets = new Column[expressions.size()];

    Computed(RowStream rows) {
      this.rows = rows;
      for (int i = 0; i < targets.length; i++) {
        targets[i] = expressions.get(i).target();
      }
    }

    @Override
    public @Nullable RowRun next(int mostRows) {
      RowRun run = rows.next(mostRows);
      if (run == null) {
        return null;
      }
      for (int i = 0; i < targets.length; i++) {
        expressions.get(i).evaluate(run, result, i, targets[i]);
      }
      result.rows(run.rows());
      return result;
    }
  }
}
