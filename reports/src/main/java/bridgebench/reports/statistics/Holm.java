package bridgebench.reports.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's correction ("A simple sequentially rejective multiple test procedure", 1979): p values
 * that keep the probability of one false alarm in the whole family at the stated level.
 */
public final class Holm {

  private Holm() {}

  /** The adjusted values in the order given; a NaN stays NaN and is no member of the family. */
  public static double[] adjust(double[] pValues) {
    int[] order =
        IntStream.range(0, pValues.length)
            .filter(i -> !Double.isNaN(pValues[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = pValues.clone();
    double greatest = 0;
    for (int k = 0; k < order.length; k++) {
      greatest = Math.max(greatest, Math.min(1, pValues[order[k]] * (order.length - k)));
      adjusted[order[k]] = greatest;
    }
    return adjusted;
  }
}
