package bridgebench.reports.findings;

/**
 * The greatest latency of one measured iteration.
 *
 * @param fork 0-based number of the fork within its arm
 * @param endNanos end of the iteration: measured time since the first fork's measurement began,
 *     forks one after another, without what lies between them
 * @param nanos the greatest latency
 */
public record IntervalMaximum(int fork, double endNanos, double nanos) {}
