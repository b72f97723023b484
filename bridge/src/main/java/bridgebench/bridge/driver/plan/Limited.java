package bridgebench.bridge.driver.plan;

import bridgebench.bridge.rows.RowRun;
import bridgebench.scenarios.model.ColumnSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of another plan, which is asked for no more of them than that.
 *
 * @param input the other plan
 * @param limit how many rows
 */
public record Limited(Plan input, long limit) implements Plan {

  /** A limit of at least no rows. */
  public Limited {
    if (limit < 0) {
      throw new PlanException("a limit is at least 0: limit=" + limit);
    }
  }

  @Override
  public List<ColumnSpec> columns() {
    return input.columns();
  }

  @Override
  public long mostRows() {
    return Math.min(limit, input.mostRows());
  }

  @Override
  public RowStream open() {
    return new First(input.open());
  }

  private final class First implements RowStream {
    private final RowStream rows;
    private long left = limit;

    First(RowStream rows) {
      this.rows = rows;
    }

    @Override
    public @Nullable RowRun next(int mostRows) {
      if (left == 0) {
        return null;
      }
      RowRun run = rows.next((int) Math.min(left, mostRows));
      left -= run == null ? 0 : run.rows();
      return run;
    }
  }
}
