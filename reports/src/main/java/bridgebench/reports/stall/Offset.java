package bridgebench.reports.stall;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A constant near a timer by which one series is slower than another at several sizes.
 *
 * @param nanos the middle one of the differences
 * @param timer the timer that all of them are near to
 * @param sizes at how many sizes
 */
public record Offset(double nanos, SystemTimer timer, int sizes) {

  private static final int LEAST_SIZES = 2;

  /** The slower series takes at least so many times as long; else the difference is mere noise. */
  private static final double LEAST_FACTOR = 1.5;

  /**
   * The offset of a series over another, from the points at the sizes that both have.
   *
   * @param slow by rising amount
   * @param fast by rising amount
   */
  public static Optional<Offset> between(List<SweepPoint> slow, List<SweepPoint> fast) {
    double[] differences =
        slow.stream()
            .flatMap(
                point ->
                    fast.stream()
                        .filter(other -> other.amount() == point.amount())
                        .filter(other -> point.nanos().low() > LEAST_FACTOR * other.nanos().high())
                        .map(other -> point.estimate() - other.estimate()))
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    if (differences.length < LEAST_SIZES) {
      return Optional.empty();
    }
    Optional<SystemTimer> timer = SystemTimer.near(differences[0]);
    boolean areAllNear =
        timer.isPresent()
            && Arrays.stream(differences).allMatch(d -> SystemTimer.near(d).equals(timer));
    return areAllNear
        ? timer.map(
            near -> new Offset(differences[differences.length / 2], near, differences.length))
        : Optional.empty();
  }
}
