package bridgebench.reports.stall;

/**
 * A change between neighbouring sizes that the growth around them does not explain.
 *
 * @param from the smaller size
 * @param to the larger size
 * @param nanosBefore time per operation at the smaller size
 * @param nanosAfter time per operation at the larger size
 * @param unexplainedNanos by how much the slower of the two is slower than the growth explains
 * @param isRise whether the larger size is the slower one; a fall means that less work takes longer
 */
public record Step(
    double from,
    double to,
    double nanosBefore,
    double nanosAfter,
    double unexplainedNanos,
    boolean isRise) {

  /** The slower time by the faster. */
  public double factor() {
    return isRise ? nanosAfter / nanosBefore : nanosBefore / nanosAfter;
  }
}
