package bridgebench.jmh.profile;

import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.ScalarResult;

/**
 * A figure beside the score.
 *
 * @param label its name in JMH's results
 * @param value of one iteration, or of one fork where the fork has one figure
 * @param unit as JMH prints it
 * @param policy how JMH makes one figure of many
 */
public record SecondaryMetric(String label, double value, String unit, AggregationPolicy policy) {

  ScalarResult result() {
    return new ScalarResult(label, value, unit, policy);
  }
}
