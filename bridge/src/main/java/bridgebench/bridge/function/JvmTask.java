package bridgebench.bridge.function;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.ColumnBatch;
import bridgebench.bridge.rows.CursorCopy;
import bridgebench.bridge.rows.RowCursor;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.FunctionSpec;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The mode {@code jvm}: rows are read from the window, the Java twin is applied to each batch, and
 * the result is judged as if it had come from a worker. Nothing crosses. For one thread.
 */
public final class JvmTask {

  private final RowWindow window;
  private final Source source;
  private final int batchRows;
  private final long sleepNanos;
  private final RowCursor cursor;
  private final FunctionTwin twin;
  private final ResultCheck check;
  private final List<Column> inputs = new ArrayList<>();
  private final List<CursorCopy> copies = new ArrayList<>();
  private final List<Column> results = new ArrayList<>();

  /**
   * A task of a scenario.
   *
   * @throws IllegalArgumentException for the user's own function, which only Python can run
   */
  public JvmTask(Scenario scenario, RowWindow window) {
    FunctionSpec function = FunctionSpec.parse(scenario.function());
    this.window = window;
    this.source = scenario.wordOr(Axis.SOURCE, Source.COLUMNS);
    this.batchRows = scenario.batchRows();
    this.sleepNanos = function.sleepNanos();
    this.cursor = window.cursor();
    this.twin = FunctionTwin.of(function, window.shape());
    this.check = ResultCheck.of(scenario, window, twin.results());
    for (ColumnSpec column : window.shape().columns()) {
      inputs.add(Column.ofType(column.type()));
      copies.add(CursorCopy.of(column.type()));
    }
    for (ColumnSpec result : twin.results()) {
      results.add(Column.ofType(result.type()));
    }
  }

  /**
   * Runs one task.
   *
   * @param rows rows to read, transform and judge
   * @return batches they came in
   * @throws WrongResultException when a value is wrong
   */
  public long run(long rows) {
    long batches = 0;
    for (long first = 0; first < rows; first += batchRows) {
      batch(first, (int) Math.min(batchRows, rows - first));
      batches++;
    }
    return batches;
  }

  private void batch(long firstRow, int rows) {
    inputs.forEach(Column::clear);
    if (source == Source.COLUMNS) {
      readColumns(firstRow, rows);
    } else {
      readRows(firstRow, rows);
    }
    if (sleepNanos > 0) {
      sleep();
    }
    check.accept(new Transformed(rows), firstRow);
  }

  private void readColumns(long firstRow, int rows) {
    for (int i = 0; i < inputs.size(); i++) {
      window.fill(i, firstRow, rows, inputs.get(i));
    }
  }

  private void readRows(long firstRow, int rows) {
    cursor.moveTo(firstRow);
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < inputs.size(); i++) {
        copies.get(i).append(cursor, i, inputs.get(i));
      }
      cursor.next();
    }
  }

  private void sleep() {
    long end = System.nanoTime() + sleepNanos;
    long left = sleepNanos;
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = end - System.nanoTime();
    }
  }

  /** The twin's answer, made column by column as the check asks for it. */
  private final class Transformed implements ColumnBatch {
    private final int rows;

    Transformed(int rows) {
      this.rows = rows;
    }

    @Override
    public int rows() {
      return rows;
    }

    @Override
    public Column column(int index) {
      return twin.apply(index, inputs.get(index), results.get(index));
    }
  }
}
