package bridgebench.bridge.rows;

import bridgebench.scenarios.model.Shape;

/** How many rows a window gets. */
public final class WindowSize {

  private static final long TARGET_BYTES = 4L << 20;

  private WindowSize() {}

  /**
   * As many as are asked for; else about 4 MiB of them, and at least a batch.
   *
   * @param asked the scenario's {@code windowRows}, 0 where it leaves it open
   * @param batchRows rows of one batch, at least 1
   * @throws IllegalArgumentException when a batch needs more than 64 MiB
   */
  public static int rows(Shape shape, int asked, int batchRows) {
    return asked > 0 ? asked : rows(shape, batchRows);
  }

  static int rows(Shape shape, int rowsAtLeast) {
    if (rowsAtLeast < 1) {
      throw new IllegalArgumentException("a window has at least 1 row: rowsAtLeast=" + rowsAtLeast);
    }
    long rowBytes = shape.meanRowBytes();
    long most = shape.mostBatchRows();
    if (rowsAtLeast > most) {
      throw new IllegalArgumentException(
          String.format(
              "a batch of %,d rows of shape '%s' holds %,d MiB, and the window that rows are read"
                  + " from at most %d MiB: use batchRows of at most %,d, or a narrower shape",
              rowsAtLeast,
              shape.name(),
              (rowsAtLeast * rowBytes + (1 << 20) - 1) >> 20,
              Shape.MAX_WINDOW_BYTES >> 20,
              most));
    }
    long wanted = Math.max(TARGET_BYTES / rowBytes, Math.min(Shape.FEWEST_WINDOW_ROWS, most));
    return (int) Math.max(rowsAtLeast, wanted);
  }
}
