package bridgebench.reports.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;

/** Values more than 1.5 interquartile ranges outside the quartiles: counted, never dropped. */
public final class TukeyFences {

  private static final double[] QUARTILES = {0.25, 0.75};

  private TukeyFences() {}

  public static int outliers(double[] values) {
    if (values.length < 4) {
      return 0;
    }
    double[] quartiles = Quantile.withDefaults().evaluate(values, QUARTILES);
    double reach = 1.5 * (quartiles[1] - quartiles[0]);
    return (int)
        Arrays.stream(values)
            .filter(value -> value < quartiles[0] - reach || value > quartiles[1] + reach)
            .count();
  }
}
