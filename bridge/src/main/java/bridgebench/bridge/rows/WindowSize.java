package bridgebench.bridge.rows;

import bridgebench.scenarios.model.Shape;

/** How many rows a window gets. */
public final class WindowSize {

  private static final long TARGET_BYTES = 4L << 20;

  /** What Python is told in advance takes it some 200 bytes for each row of three columns. */
  private static final long MOST_ROWS_OF_OPERATIONS = 1_000_000;

  private static final long MOST_BYTES_OF_OPERATIONS = 32L << 20;

  private WindowSize() {}

  /**
   * For tasks, whose workers and codecs know but one batch at a time: about 4 MiB, and at least a
   * batch, so that no row comes twice in one.
   *
   * @param asked the scenario's {@code windowRows}, 0 where it leaves it open
   * @param rows of a task
   * @param batchRows of one batch, at least 1
   * @throws IllegalArgumentException when a batch needs more than 64 MiB
   */
  public static int ofTasks(Shape shape, int asked, long rows, int batchRows) {
    if (asked > 0) {
      return noMoreThan(rows, asked, shape);
    }
    int batch = largestBatch(shape, rows, batchRows);
    return (int)
        Math.max(batch, Math.max(TARGET_BYTES / shape.meanRowBytes(), shape.fewestWindowRows()));
  }

  /**
   * For operations of the driver, where libraries make one object of equal values: all rows, up to
   * a million or 32 MiB, at least a batch. Parameters and errors are those of {@link #ofTasks}.
   */
  public static int ofOperations(Shape shape, int asked, long rows, int batchRows) {
    if (asked > 0) {
      return noMoreThan(rows, asked, shape);
    }
    int batch = largestBatch(shape, rows, batchRows);
    long distinct =
        Math.min(MOST_ROWS_OF_OPERATIONS, MOST_BYTES_OF_OPERATIONS / shape.meanRowBytes());
    return Math.max(batch, noMoreThan(rows, distinct, shape));
  }

  /** Refuses a window without rows, and one that is too large. */
  static void require(int rows, Shape shape) {
    if (rows < 1 || rows > shape.mostBatchRows()) {
      throw new IllegalArgumentException(
          String.format(
              "a window of shape '%s' has 1 to %,d rows: got %,d",
              shape.name(), shape.mostBatchRows(), rows));
    }
  }

  private static int largestBatch(Shape shape, long rows, int batchRows) {
    int batch = (int) Math.min(batchRows, Math.max(1, rows));
    long most = shape.mostBatchRows();
    if (batch > most) {
      throw new IllegalArgumentException(
          String.format(
              "a batch of %,d rows of shape '%s' holds %,d MiB, and the window that rows are read"
                  + " from at most %d MiB: use batchRows of at most %,d, or a narrower shape",
              batch,
              shape.name(),
              (batch * shape.meanRowBytes() + (1 << 20) - 1) >> 20,
              Shape.MAX_WINDOW_BYTES >> 20,
              most));
    }
    return batch;
  }

  /** Rows beyond the last are never read. */
  private static int noMoreThan(long rows, long wanted, Shape shape) {
    return (int) Math.max(shape.fewestWindowRows(), Math.min(rows, wanted));
  }
}
