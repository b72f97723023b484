package bridgebench.scenarios.model;

import java.util.List;

/** A named schema. The rows that fill it are made by the bridge from a seed. */
public record Shape(String name, List<ColumnSpec> columns) {

  /** The largest window of rows that a task cycles through; a window holds at least one batch. */
  public static final long MAX_WINDOW_BYTES = 64L << 20;

  private static final int FEWEST_WINDOW_ROWS = 3;

  public Shape {
    columns = List.copyOf(columns);
  }

  /** The bytes of a row in a window, at the mean length where lengths vary. */
  public long meanRowBytes() {
    return columns.stream().mapToLong(ColumnSpec::meanBytes).sum();
  }

  /** The rows that a window of this shape can hold, and so the largest batch. */
  public long mostBatchRows() {
    return MAX_WINDOW_BYTES / meanRowBytes();
  }

  /** Fewer rows in a window would let a lost one pass for its neighbour; 3, or what has room. */
  public long fewestWindowRows() {
    return Math.min(FEWEST_WINDOW_ROWS, mostBatchRows());
  }
}
