package bridgebench.bridge.rows;

import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rows that tasks cycle through: made once from a seed, outside what is timed, and small enough
 * that any number of rows needs constant memory.
 *
 * <p>Row <i>r</i> of a task is one of the window's rows; every cycle starts at another of them. The
 * window never changes after it is filled and may be read by several threads.
 */
public final class RowWindow {

  private final Shape shape;
  private final int rows;
  private final List<Column> columns;
  private final Rotation rotation;

  private RowWindow(Shape shape, int rows, List<Column> columns) {
    this.shape = shape;
    this.rows = rows;
    this.columns = List.copyOf(columns);
    // Makes arrays of nulls as long as the window, so that its readers never have to.
    columns.stream().filter(column -> column.nullCount() != 0).forEach(Column::nulls);
    this.rotation = new Rotation(rows);
  }

  /**
   * Fills a window of just so many rows. They begin with those of every smaller window of the same
   * shape, seed and range.
   *
   * @param rows at least 1; {@link WindowSize} knows how many where a scenario does not say
   * @throws IllegalArgumentException when there are fewer, or more than 64 MiB
   */
  public static RowWindow ofRows(Shape shape, int rows, long seed, TimestampRange timestamps) {
    WindowSize.require(rows, shape);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < shape.columns().size(); i++) {
      ColumnSpec spec = shape.columns().get(i);
      columns.add(new ColumnFiller(spec, seed, i, timestamps).fill(rows));
    }
    return new RowWindow(shape, rows, columns);
  }

  /** The schema of the rows. */
  public Shape shape() {
    return shape;
  }

  /** Rows in the window. */
  public int rows() {
    return rows;
  }

  /** A column over the rows of the window, not over those of a task. */
  public Column column(int index) {
    return columns.get(index);
  }

  /** Columns in the window. */
  public int columnCount() {
    return columns.size();
  }

  /**
   * The same window but for some values.
   *
   * @param column index of a column of longs
   * @param values other values, by their rows
   */
  public RowWindow with(int column, Map<Integer, Long> values) {
    LongColumn changed = (LongColumn) Column.ofType(columns.get(column).type());
    changed.append(columns.get(column), 0, rows);
    values.forEach((row, value) -> changed.values()[row] = value);
    List<Column> others = new ArrayList<>(columns);
    others.set(column, changed);
    return new RowWindow(shape, rows, others);
  }

  /** The window's row for this row of a task. */
  public int indexOf(long row) {
    return rotation.indexOf(row);
  }

  /** How many rows of a task, from this one on, are neighbours in the window. */
  public int runLength(long row) {
    return rotation.runLength(row);
  }

  /**
   * Appends rows of a task to a column, column-wise.
   *
   * @param column index of the column
   * @param firstRow first row of the task to copy
   * @param count rows to copy
   * @param target a column of the same type
   */
  public void fill(int column, long firstRow, int count, Column target) {
    Column source = columns.get(column);
    long row = firstRow;
    long end = firstRow + count;
    while (row < end) {
      int run = (int) Math.min(end - row, runLength(row));
      target.append(source, indexOf(row), run);
      row += run;
    }
  }

  /** How many rows further on each cycle through the window starts. */
  public int stride() {
    return rotation.stride();
  }

  /** A cursor that reads the window row by row. */
  public RowCursor cursor() {
    return new RowCursor(this);
  }
}
