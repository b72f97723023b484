package bridgebench.bridge.driver.plan;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.LongColumn;
import bridgebench.bridge.rows.RowRun;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The longs from 0, in a column {@code id}.
 *
 * @param rows how many
 */
public record RangeRows(long rows) implements Plan {

  private static final List<ColumnSpec> COLUMNS = List.of(ColumnSpec.of("id", ColumnType.LONG));

  /** A range of at least no rows. */
  public RangeRows {
    if (rows < 0) {
      throw new PlanException("a range has at least 0 rows: rows=" + rows);
    }
  }

  @Override
  public List<ColumnSpec> columns() {
    return COLUMNS;
  }

  @Override
  public long mostRows() {
    return rows;
  }

  @Override
  public RowStream open() {
    return new Ids();
  }

  private final class Ids implements RowStream {
    private final LongColumn ids = (LongColumn) Column.ofType(ColumnType.LONG);
    private final RowRun run = RowRun.of(List.of(ids), 0);
    private long next;

    @Override
    public @Nullable RowRun next(int mostRows) {
      if (next == rows) {
        return null;
      }
      int count = (int) Math.min(mostRows, rows - next);
      ids.reset(count);
      long[] values = ids.values();
      for (int i = 0; i < count; i++) {
        values[i] = next + i;
      }
      next += count;
      run.rows(count);
      return run;
    }
  }
}
