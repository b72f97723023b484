package bridgebench.reports.findings;

/**
 * A point of a latency curve.
 *
 * @param percentile 0 to 100
 * @param nanos the value of the forks' merged histogram
 * @param lowNanos low end of the 95 % interval over forks; equal to {@code nanos} below 2 forks
 * @param highNanos high end of that interval
 */
public record PercentilePoint(double percentile, double nanos, double lowNanos, double highNanos) {}
