package bridgebench.reports.stall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Levels at a system's timers: neighbouring sizes whose times are all near one timer and within a
 * quarter of one another, although the largest is at least four times the smallest. Only sweeps
 * along which the work grows can have them.
 */
public final class Floors {

  private static final double FLAT = 1.25;
  private static final double LEAST_GROWTH = 4;

  private Floors() {}

  /**
   * The floors of a sweep, in rising order.
   *
   * @param points by rising amount, which is positive
   */
  public static List<Floor> in(List<SweepPoint> points) {
    List<Floor> floors = new ArrayList<>();
    int from = 0;
    while (from < points.size()) {
      int to = endOfStretch(points, from);
      stretch(points.subList(from, to)).ifPresent(floors::add);
      from = to;
    }
    return floors;
  }

  /** After the last of the neighbours from here on that are near the same timer. */
  private static int endOfStretch(List<SweepPoint> points, int from) {
    Optional<SystemTimer> timer = SystemTimer.near(points.get(from).estimate());
    int to = from + 1;
    while (to < points.size()
        && timer.isPresent()
        && SystemTimer.near(points.get(to).estimate()).equals(timer)) {
      to++;
    }
    return to;
  }

  private static Optional<Floor> stretch(List<SweepPoint> points) {
    double from = points.get(0).amount();
    double to = points.get(points.size() - 1).amount();
    double least = points.stream().mapToDouble(SweepPoint::estimate).min().orElseThrow();
    double most = points.stream().mapToDouble(SweepPoint::estimate).max().orElseThrow();
    return to >= LEAST_GROWTH * from && most <= FLAT * least
        ? SystemTimer.near(least).map(timer -> new Floor(from, to, least, timer))
        : Optional.empty();
  }
}
