package bridgebench.reports.stall;

import bridgebench.reports.statistics.Interval;
import bridgebench.reports.statistics.MedianInterval;
import bridgebench.reports.statistics.SampleMedian;
import java.util.Arrays;

/**
 * One place of a sweep.
 *
 * @param amount the value of the axis: rows, bytes, elements
 * @param nanos time per operation: the median over forks with its interval; of a single fork the
 *     median over its iterations with the least and the greatest of them
 */
public record SweepPoint(double amount, Interval nanos) {

  /**
   * From what was measured.
   *
   * @param iterations time per operation of each iteration of each fork; at least one
   */
  public static SweepPoint of(double amount, double[][] iterations) {
    if (iterations.length == 1) {
      double least = Arrays.stream(iterations[0]).min().orElseThrow();
      double greatest = Arrays.stream(iterations[0]).max().orElseThrow();
      double median = SampleMedian.of(iterations[0]);
      return new SweepPoint(amount, new Interval(median, least, greatest));
    }
    return new SweepPoint(amount, MedianInterval.of(SampleMedian.ofEach(iterations)));
  }

  double estimate() {
    return nanos.estimate();
  }
}
