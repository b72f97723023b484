package bridgebench.reports.stall;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps in a sweep: places between neighbouring sizes where the time per operation more than
 * doubles beyond what growth explains.
 *
 * <p>Growth is judged from the sweep itself: an interval may cost twice as much per unit as the
 * dearer of the intervals beside it. In the last interval, beyond which nothing is known, time may
 * also grow in proportion to the size; in the first, before which nothing is known, by the power of
 * the size by which it grows from the second size to any later one. The larger size's time must
 * exceed twice that of the smaller one and its growth, lower end of the interval against upper end.
 * So a fixed cost, a cost per unit, a cost per unit that doubles where a cache ends, and one that
 * falls with the size are no steps, whatever the distance between sizes.
 */
public final class Steps {

  /** How much dearer a unit may become from one interval to the next. */
  private static final double DEARER = 2;

  /** What is left after growth must exceed the faster time so many times. */
  private static final double LEAST_FACTOR = 2;

  private Steps() {}

  /**
   * The steps of a sweep, in rising order.
   *
   * @param points by rising amount, which is positive
   * @param isWork whether a larger amount is more work, so that time cannot fall; not so for a
   *     batch size, at which the same work is done
   */
  public static List<Step> in(List<SweepPoint> points, boolean isWork) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i + 1 < points.size(); i++) {
      SweepPoint before = points.get(i);
      SweepPoint after = points.get(i + 1);
      double explained = isWork ? explained(points, i) : 0;
      if (after.nanos().low() > LEAST_FACTOR * (before.nanos().high() + explained)) {
        double unexplained =
            after.estimate() - before.estimate() - explainedLeast(points, i, isWork);
        steps.add(step(before, after, unexplained, true));
      } else if (isWork && before.nanos().low() > LEAST_FACTOR * after.nanos().high()) {
        steps.add(step(before, after, before.estimate() - after.estimate(), false));
      }
    }
    return steps;
  }

  private static Step step(
      SweepPoint before, SweepPoint after, double unexplainedNanos, boolean isRise) {
    return new Step(
        before.amount(),
        after.amount(),
        before.estimate(),
        after.estimate(),
        unexplainedNanos,
        isRise);
  }

  /** The most that growth may add between a point and the next. */
  private static double explained(List<SweepPoint> points, int i) {
    SweepPoint before = points.get(i);
    double distance = points.get(i + 1).amount() - before.amount();
    double slope = Math.max(slope(points, i - 1), slope(points, i + 1));
    boolean isTheLast = i + 2 == points.size();
    if (isTheLast) {
      slope = Math.max(slope, before.nanos().high() / before.amount());
    }
    double explained = slope * distance;
    if (i == 0 && !isTheLast) {
      explained = Math.max(explained, growthByLaterPower(points));
    }
    return DEARER * explained;
  }

  /** What the first interval adds if time is the power of the size that it is further on. */
  private static double growthByLaterPower(List<SweepPoint> points) {
    SweepPoint first = points.get(0);
    SweepPoint second = points.get(1);
    double power =
        points.stream()
            .skip(2)
            .mapToDouble(
                later ->
                    Math.log(later.estimate() / second.estimate())
                        / Math.log(later.amount() / second.amount()))
            .max()
            .orElse(1);
    double growth = Math.pow(second.amount() / first.amount(), Math.min(1, Math.max(0, power)));
    return first.nanos().high() * (growth - 1);
  }

  /** What growth adds at the rate of the cheaper side: the step's own size is what is left. */
  private static double explainedLeast(List<SweepPoint> points, int i, boolean isWork) {
    if (!isWork) {
      return 0;
    }
    double distance = points.get(i + 1).amount() - points.get(i).amount();
    double left = i == 0 ? Double.POSITIVE_INFINITY : slope(points, i - 1);
    double right = i + 2 == points.size() ? Double.POSITIVE_INFINITY : slope(points, i + 1);
    double least = Math.min(left, right);
    return Double.isInfinite(least) ? 0 : least * distance;
  }

  /** Cost per unit between a point and the next; 0 outside of the sweep and where time falls. */
  private static double slope(List<SweepPoint> points, int i) {
    if (i < 0 || i + 1 >= points.size()) {
      return 0;
    }
    SweepPoint from = points.get(i);
    SweepPoint to = points.get(i + 1);
    return Math.max(0, (to.estimate() - from.estimate()) / (to.amount() - from.amount()));
  }
}
