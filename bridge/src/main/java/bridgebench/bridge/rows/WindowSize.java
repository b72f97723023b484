package bridgebench.bridge.rows;

import bridgebench.scenarios.model.Shape;

/** How many rows a window gets. */
final class WindowSize {

  private static final long TARGET_BYTES = 4L << 20;

  /** Fewer would let a lost row pass for its neighbour. */
  private static final int FEWEST_ROWS = 3;

  private WindowSize() {}

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
    long wanted = Math.max(TARGET_BYTES / rowBytes, Math.min(FEWEST_ROWS, most));
    return (int) Math.max(rowsAtLeast, wanted);
  }
}
