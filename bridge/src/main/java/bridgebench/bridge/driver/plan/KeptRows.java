package bridgebench.bridge.driver.plan;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.ColumnBatch;
import bridgebench.bridge.rows.RowRun;
import bridgebench.scenarios.model.ColumnSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that Python sent, kept on the Java heap in typed columns, batch behind batch. */
public final class KeptRows implements Plan {

  private final List<ColumnSpec> columns;
  private final List<Kept> batches = new ArrayList<>();
  private long rows;

  /** No rows yet, of these columns. */
  public KeptRows(List<ColumnSpec> columns) {
    this.columns = ColumnNames.requireUnique(columns);
  }

  /** Copies the rows of a batch behind those that are there. */
  public void add(ColumnBatch batch) {
    List<Column> copies = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      Column copy = Column.ofType(columns.get(i).type());
      copy.append(batch.column(i), 0, batch.rows());
      copies.add(copy);
    }
    batches.add(new Kept(copies, batch.rows()));
    rows += batch.rows();
  }

  /** The batches as they came. */
  public List<? extends ColumnBatch> batches() {
    return List.copyOf(batches);
  }

  @Override
  public List<ColumnSpec> columns() {
    return columns;
  }

  @Override
  public long mostRows() {
    return rows;
  }

  @Override
  public RowStream open() {
    return new Replay();
  }

  private record Kept(List<Column> columns, int rows) implements ColumnBatch {
    @Override
    public Column column(int index) {
      return columns.get(index);
    }
  }

  private final class Replay implements RowStream {
    private final RowRun run = new RowRun(columns.size());
    private int batch;
    private int from;

    @Override
    public @Nullable RowRun next(int mostRows) {
      while (batch < batches.size() && from == batches.get(batch).rows()) {
        batch++;
        from = 0;
      }
      if (batch == batches.size()) {
        return null;
      }
      Kept current = batches.get(batch);
      int count = Math.min(mostRows, current.rows() - from);
      for (int i = 0; i < columns.size(); i++) {
        run.set(i, current.column(i), from);
      }
      run.rows(count);
      from += count;
      return run;
    }
  }
}
