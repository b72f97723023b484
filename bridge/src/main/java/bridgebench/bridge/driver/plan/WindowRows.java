package bridgebench.bridge.driver.plan;

import bridgebench.bridge.rows.RowRun;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.scenarios.model.ColumnSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seeded rows: the window's, again and again, each cycle starting at another of them. Runs lie in
 * the window itself.
 *
 * @param window where the values lie
 * @param rows how many
 */
public record WindowRows(RowWindow window, long rows) implements Plan {

  @Override
  public List<ColumnSpec> columns() {
    return window.shape().columns();
  }

  @Override
  public long mostRows() {
    return rows;
  }

  @Override
  public RowStream open() {
    return new Stretches();
  }

  private final class Stretches implements RowStream {
    private final RowRun run = new RowRun(window.columnCount());
    private long next;

    @Override
    public @Nullable RowRun next(int mostRows) {
      if (next == rows) {
        return null;
      }
      int from = window.indexOf(next);
      int count = (int) Math.min(Math.min(mostRows, window.runLength(next)), rows - next);
      for (int i = 0; i < window.columnCount(); i++) {
        run.set(i, window.column(i), from);
      }
      run.rows(count);
      next += count;
      return run;
    }
  }
}
