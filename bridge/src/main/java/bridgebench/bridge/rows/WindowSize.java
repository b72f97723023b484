package bridgebench.bridge.rows;

import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.Shape;

/** How many rows a window gets. */
final class WindowSize {

  static final long TARGET_BYTES = 4L << 20;
  static final long MAX_BYTES = 64L << 20;

  /** Fewer would let a lost row pass for its neighbour. */
  private static final int FEWEST_ROWS = 3;

  private WindowSize() {}

  static int rows(Shape shape, int rowsAtLeast) {
    if (rowsAtLeast < 1) {
      throw new IllegalArgumentException("a window has at least 1 row: rowsAtLeast=" + rowsAtLeast);
    }
    long rowBytes = rowBytes(shape);
    long most = MAX_BYTES / rowBytes;
    if (rowsAtLeast > most) {
      throw new IllegalArgumentException(
          String.format(
              "a batch of %,d rows of shape '%s' holds %,d MiB, and the window that rows are read"
                  + " from at most %d MiB: use batchRows of at most %,d, or a narrower shape",
              rowsAtLeast,
              shape.name(),
              (rowsAtLeast * rowBytes + (1 << 20) - 1) >> 20,
              MAX_BYTES >> 20,
              most));
    }
    long wanted = Math.max(TARGET_BYTES / rowBytes, Math.min(FEWEST_ROWS, most));
    return (int) Math.max(rowsAtLeast, wanted);
  }

  /** Bytes of a row in the window, at the mean length where lengths vary. */
  private static long rowBytes(Shape shape) {
    return shape.columns().stream().mapToLong(WindowSize::valueBytes).sum();
  }

  private static long valueBytes(ColumnSpec column) {
    int text = ColumnFiller.meanBytes(column);
    return switch (column.type()) {
      case BOOLEAN, BYTE -> 1;
      case SHORT -> 2;
      case INT, FLOAT, DATE -> 4;
      case LONG, DOUBLE, DECIMAL, TIMESTAMP -> 8;
      case STRING, BINARY -> 4 + text;
      case STRUCT -> 12 + text;
      case LONG_ARRAY -> 4 + 8 * ColumnFiller.MEAN_ELEMENTS;
      case STRING_LONG_MAP -> 4 + ColumnFiller.MEAN_ELEMENTS * (12 + ColumnFiller.MAP_KEY_BYTES);
    };
  }
}
