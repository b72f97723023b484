package bridgebench.reports.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;

/** Medians of samples. */
public final class SampleMedian {

  private static final Median MEDIAN = Median.withDefaults();

  private SampleMedian() {}

  /**
   * The middle value, or the mean of the two middle values.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static double of(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException(
          "expected at least one value to take the median of, got 0");
    }
    return MEDIAN.evaluate(values);
  }

  /** One level per fork: the median of its iterations. */
  public static double[] ofEach(double[][] forks) {
    return Arrays.stream(forks).mapToDouble(SampleMedian::of).toArray();
  }
}
