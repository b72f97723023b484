package bridgebench.bridge.driver.plan;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.RowRun;
import bridgebench.scenarios.model.ColumnSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns of an operator's own, into which it copies rows; the arrays are kept. */
final class GatheredRows {

  private final List<Column> columns;
  private final RowRun run;
  private int rows;
  private int given;

  GatheredRows(List<ColumnSpec> specs) {
    this.columns = specs.stream().map(spec -> Column.ofType(spec.type())).toList();
    this.run = RowRun.of(columns, 0);
  }

  void clear() {
    columns.forEach(Column::clear);
    rows = 0;
    given = 0;
  }

  void append(RowRun source, int firstRow, int count) {
    for (int i = 0; i < source.columnCount(); i++) {
      source.appendTo(columns.get(i), i, firstRow, count);
    }
    rows += count;
  }

  Column column(int index) {
    return columns.get(index);
  }

  int rows() {
    return rows;
  }

  /** Counts a row that was put into every column. */
  void added() {
    rows++;
  }

  /** All rows. */
  RowRun run() {
    run.rows(rows);
    return run;
  }

  /** The next rows that have not been handed out, at most this many; null when there are none. */
  @Nullable RowRun take(int mostRows) {
    if (given == rows) {
      return null;
    }
    int count = Math.min(mostRows, rows - given);
    for (int i = 0; i < columns.size(); i++) {
      run.set(i, columns.get(i), given);
    }
    run.rows(count);
    given += count;
    return run;
  }
}
