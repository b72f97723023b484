package bridgebench.bridge.rows;

/**
 * Which row of the window is row <i>r</i> of a task. Each cycle through the window starts {@code
 * stride} rows further than the one before, so that a lost, repeated or reordered batch meets other
 * values than those that are expected, and yet neighbours stay neighbours: a batch is a few
 * stretches that can be copied in bulk.
 */
final class Rotation {

  private static final double GOLDEN_SECTION = 0.6180339887498949;

  private final int windowRows;
  private final int stride;

  Rotation(int windowRows) {
    this.windowRows = windowRows;
    this.stride = strideFor(windowRows);
  }

  int stride() {
    return stride;
  }

  /** The window's row for this row of a task. */
  int indexOf(long row) {
    long cycle = row / windowRows;
    long start = cycle % windowRows * stride % windowRows;
    return (int) ((row % windowRows + start) % windowRows);
  }

  /** How many rows from this one on are neighbours in the window. */
  int runLength(long row) {
    int leftInCycle = (int) (windowRows - row % windowRows);
    return Math.min(leftInCycle, windowRows - indexOf(row));
  }

  /** Near the golden section, so that starts spread; coprime, so that they all occur. */
  private static int strideFor(int windowRows) {
    int stride = Math.max(1, (int) (windowRows * GOLDEN_SECTION));
    while (gcd(stride, windowRows) != 1) {
      stride++;
    }
    return stride;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
