package bridgebench.reports.page;

import bridgebench.reports.chart.Unit;
import java.util.Map;

/**
 * A unit of JMH's scores as this program writes numbers: operations a second, or the time of one.
 *
 * @param unit how a converted number is written
 * @param factor what converts a score
 * @param title what it counts, for an axis
 */
record JmhUnit(Unit unit, double factor, String title) {

  private static final Map<String, Double> NANOS =
      Map.of(
          "ns", 1.0,
          "us", 1e3,
          "ms", 1e6,
          "s", 1e9,
          "min", 60e9,
          "hr", 3_600e9,
          "day", 86_400e9);

  /**
   * The unit of a score, such as "ops/ms" or "us/op"; one that JMH does not write stays as it is.
   */
  static JmhUnit of(String scoreUnit) {
    int slash = scoreUnit.indexOf('/');
    String above = slash < 0 ? "" : scoreUnit.substring(0, slash);
    String below = slash < 0 ? "" : scoreUnit.substring(slash + 1);
    Double ofRate = NANOS.get(below);
    if (above.equals("ops") && ofRate != null) {
      return new JmhUnit(Unit.PER_SECOND, 1e9 / ofRate, "Operations per second");
    }
    Double ofTime = NANOS.get(above);
    if (below.equals("op") && ofTime != null) {
      return new JmhUnit(Unit.NANOS, ofTime, "Time per operation");
    }
    return new JmhUnit(Unit.COUNT, 1, scoreUnit);
  }
}
