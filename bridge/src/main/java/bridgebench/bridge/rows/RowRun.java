package bridgebench.bridge.rows;

import java.util.Arrays;
import java.util.List;

/**
 * Neighbouring rows of some columns, where they lie: a stretch that may start at another place in
 * each column. Nothing is copied to make one; it is valid until its maker is asked for the next.
 */
public final class RowRun {

  private final Column[] columns;
  private final int[] starts;
  private int rows;

  /** A run of no rows over this many columns, to be filled and filled again. */
  public RowRun(int columnCount) {
    this.columns = new Column[columnCount];
    this.starts = new int[columnCount];
  }

  /** A run of the first rows of these columns. */
  public static RowRun of(List<Column> columns, int rows) {
    RowRun run = new RowRun(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      run.set(i, columns.get(i), 0);
    }
    run.rows(rows);
    return run;
  }

  /** Says where a column's values lie. */
  public void set(int index, Column column, int start) {
    columns[index] = column;
    starts[index] = start;
  }

  /** Says how many rows there are. */
  public void rows(int count) {
    rows = count;
  }

  /** Rows in the run. */
  public int rows() {
    return rows;
  }

  /** Columns in the run. */
  public int columnCount() {
    return columns.length;
  }

  /** The column in which the values lie, among others. */
  public Column column(int index) {
    return columns[index];
  }

  /** The column's row that is the run's first. */
  public int start(int index) {
    return starts[index];
  }

  /** Appends some of a column's values to another column of its type. */
  public void appendTo(Column target, int index, int firstRow, int count) {
    target.append(columns[index], starts[index] + firstRow, count);
  }

  /** For messages and tests. */
  @Override
  public String toString() {
    return rows + " rows of " + columns.length + " columns from " + Arrays.toString(starts);
  }
}
