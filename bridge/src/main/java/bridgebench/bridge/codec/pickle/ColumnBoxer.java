package bridgebench.bridge.codec.pickle;

import bridgebench.bridge.rows.RowWindow;
import java.util.ArrayList;
import java.util.List;

/** Boxes values column by column, straight from the window's arrays. */
final class ColumnBoxer implements RowBoxer {

  private final RowWindow window;
  private final List<ValueBoxer> columns = new ArrayList<>();

  ColumnBoxer(RowWindow window) {
    this.window = window;
    for (int i = 0; i < window.columnCount(); i++) {
      columns.add(ValueBoxer.of(window.column(i)));
    }
  }

  @Override
  public Object[] rows(long firstRow, int count) {
    Object[] rows = new Object[count];
    for (int i = 0; i < count; i++) {
      rows[i] = new Object[columns.size()];
    }
    for (int column = 0; column < columns.size(); column++) {
      box(column, firstRow, rows);
    }
    return rows;
  }

  private void box(int column, long firstRow, Object[] rows) {
    int done = 0;
    while (done < rows.length) {
      long row = firstRow + done;
      int run = Math.min(rows.length - done, window.runLength(row));
      columns.get(column).box(window.indexOf(row), run, rows, done, column);
      done += run;
    }
  }
}
