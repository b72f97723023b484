package bridgebench.reports.page;

import java.util.OptionalDouble;

/**
 * What a reader may ask of a report beyond the run.
 *
 * @param serviceLevelNanos a latency to draw as a line in latency charts, in nanoseconds; empty for
 *     none
 */
public record ReportOptions(OptionalDouble serviceLevelNanos) {

  /** A report without extras. */
  public static final ReportOptions DEFAULT = new ReportOptions(OptionalDouble.empty());

  public ReportOptions {
    if (serviceLevelNanos.isPresent() && !(serviceLevelNanos.getAsDouble() > 0)) {
      throw new IllegalArgumentException(
          "a service level must be greater than 0 ns, got " + serviceLevelNanos.getAsDouble());
    }
  }
}
