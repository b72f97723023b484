package bridgebench.reports.compare;

import bridgebench.scenarios.run.TrustLevel;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One input of a comparison.
 *
 * @param label what the reader knows it by: the run's id or the file's name
 * @param source "run" or "jmh"
 * @param environment facts of the machine and the programs; empty when the input has none
 * @param scenarios how many scenarios it has a result of
 * @param trust how quiet its machine was; unknown of a JMH result
 * @param fixedWorkNanos how long its machine took for work that is always the same: the median over
 *     forks; NaN where that was not read
 */
public record ComparedRun(
    String label,
    String source,
    SortedMap<String, String> environment,
    int scenarios,
    TrustLevel trust,
    double fixedWorkNanos) {

  /** The readings of one quiet host are within a tenth of each other. */
  private static final double SPEED_TOLERANCE = 1.10;

  /** Why nothing should be concluded from this input yet; empty when there is no such reason. */
  public Optional<String> distrust() {
    return trust == TrustLevel.RED
        ? Optional.of(
            label
                + " was measured while its machine did too much else (trust: red; its report says"
                + " what)")
        : Optional.empty();
  }

  /** Why a difference to a baseline may be the machine's; empty when it ran at the same speed. */
  public Optional<String> anotherSpeed(ComparedRun baseline) {
    double ratio = fixedWorkNanos / baseline.fixedWorkNanos;
    // Not where either is unknown, which makes NaN.
    return Math.max(ratio, 1 / ratio) > SPEED_TOLERANCE
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%s was measured while its machine took %.2f times as long for the same piece of"
                    + " work as in %s: differences of that size may be the machine's",
                label,
                ratio,
                baseline.label))
        : Optional.empty();
  }
}
