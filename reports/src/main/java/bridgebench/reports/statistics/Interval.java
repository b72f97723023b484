package bridgebench.reports.statistics;

/**
 * An estimate with the ends of its interval.
 *
 * @param estimate the estimate
 * @param low low end; equal to the estimate where one fork gives no interval
 * @param high high end, likewise
 */
public record Interval(double estimate, double low, double high) {

  /** Whether the value lies inside, ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  public double width() {
    return high - low;
  }
}
