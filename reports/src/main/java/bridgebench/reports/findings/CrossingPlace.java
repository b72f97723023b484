package bridgebench.reports.findings;

import bridgebench.reports.statistics.Interval;
import bridgebench.scenarios.run.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where two series are equally fast, between two places at which one and then the other is faster.
 * The logarithm of the ratio of speeds is taken as a straight line over the logarithm of the axis
 * between neighbouring points, and so are the ends of its interval: the place's interval holds
 * every place at which the ratio's interval holds 1. It cannot leave the bracket, because at either
 * end of it the ratio's interval leaves out 1.
 */
final class CrossingPlace {

  private final double[] logPlaces;
  private final List<Interval> ratios;

  /**
   * @param places positive values of the axis in rising order
   * @param ratios speeds of one series by those of the other at each place; the interval leaves out
   *     1 at the first and the last place, on opposite sides
   * @throws IllegalArgumentException when it does not
   */
  CrossingPlace(double[] places, List<Interval> ratios) {
    Interval first = ratios.get(0);
    Interval last = ratios.get(ratios.size() - 1);
    boolean isBracket =
        (first.high() < 1 && last.low() > 1) || (first.low() > 1 && last.high() < 1);
    if (!isBracket) {
      throw new IllegalArgumentException(
          "expected intervals on either side of 1 at the ends, got " + first + " and " + last);
    }
    this.logPlaces = Arrays.stream(places).map(Math::log).toArray();
    this.ratios = ratios;
  }

  /** The place with its interval. */
  Figure find() {
    boolean isRising = ratios.get(0).estimate() < 1;
    // A rising ratio may have reached 1 when its upper end does, and must have when its lower does.
    ToDoubleFunction<Interval> earliest = isRising ? Interval::high : Interval::low;
    ToDoubleFunction<Interval> latest = isRising ? Interval::low : Interval::high;
    double[] estimates = logs(Interval::estimate);
    double low = first(logs(earliest));
    double high = last(logs(latest));
    double at = Math.min(high, Math.max(low, first(estimates)));
    return new Figure(Math.exp(at), Math.exp(low), Math.exp(high));
  }

  private double[] logs(ToDoubleFunction<Interval> line) {
    return ratios.stream().mapToDouble(line).map(Math::log).toArray();
  }

  /** The first place at which a line that changes its sign does so. */
  private double first(double[] line) {
    int i = 0;
    while (Math.signum(line[i + 1]) == Math.signum(line[0])) {
      i++;
    }
    return crossing(line, i);
  }

  /** The last such place. */
  private double last(double[] line) {
    int i = line.length - 2;
    while (Math.signum(line[i]) == Math.signum(line[line.length - 1])) {
      i--;
    }
    return crossing(line, i);
  }

  private double crossing(double[] line, int i) {
    double share = line[i] / (line[i] - line[i + 1]);
    return logPlaces[i] + share * (logPlaces[i + 1] - logPlaces[i]);
  }
}
