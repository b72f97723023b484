package bridgebench.bridge.rows;

import bridgebench.scenarios.model.Shape;

/** Windows as tasks have them where a scenario leaves their size open. */
public final class TestWindows {

  private TestWindows() {}

  /** A window of about 4 MiB and of at least so many rows. */
  public static RowWindow fill(Shape shape, int rowsAtLeast, long seed) {
    return fill(shape, rowsAtLeast, seed, TimestampRange.PYTHON);
  }

  /** The same with timestamps of another range. */
  static RowWindow fill(Shape shape, int rowsAtLeast, long seed, TimestampRange timestamps) {
    int rows = WindowSize.ofTasks(shape, 0, rowsAtLeast, rowsAtLeast);
    return RowWindow.ofRows(shape, rows, seed, timestamps);
  }
}
