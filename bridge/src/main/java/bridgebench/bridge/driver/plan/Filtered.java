package bridgebench.bridge.driver.plan;

import bridgebench.bridge.rows.RowRun;
import bridgebench.scenarios.model.ColumnSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of another plan for which a condition holds, copied together. */
public final class Filtered implements Plan {

  private final Plan input;
  private final Condition condition;

  /**
   * The rows for which a condition holds.
   *
   * @param condition as {@link Condition#parse} reads it
   */
  public Filtered(Plan input, String condition) {
    this.input = input;
    this.condition = Condition.parse(condition, input.columns());
  }

  @Override
  public List<ColumnSpec> columns() {
    return input.columns();
  }

  @Override
  public long mostRows() {
    return input.mostRows();
  }

  @Override
  public RowStream open() {
    return new Kept(input.open());
  }

  private final class Kept implements RowStream {
    private final RowStream rows;
    private final GatheredRows kept = new GatheredRows(columns());
    private boolean[] holds = {};

    Kept(RowStream rows) {
      this.rows = rows;
    }

    @Override
    public @Nullable RowRun next(int mostRows) {
      RowRun run = rows.next(mostRows);
      if (run == null) {
        return null;
      }
      if (holds.length < run.rows()) {
        holds = new boolean[run.rows()];
      }
      condition.test(run, holds);
      return gather(run);
    }

    private RowRun gather(RowRun run) {
      kept.clear();
      int row = 0;
      while (row < run.rows()) {
        int from = row;
        boolean wanted = holds[row];
        while (row < run.rows() && holds[row] == wanted) {
          row++;
        }
        if (wanted) {
          kept.append(run, from, row - from);
        }
      }
      return kept.run();
    }
  }
}
