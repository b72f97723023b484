package bridgebench.reports.findings;

import bridgebench.scenarios.run.Figure;
import org.jspecify.annotations.Nullable;

/**
 * One actor's time per operation, in nanoseconds. The stages' marks are consecutive and the wall
 * time is taken independently of them; what they leave of it is unaccounted and is never spread
 * over them.
 *
 * @param wallNanos independently taken wall time
 * @param cpuNanos CPU time, or null when it was not recorded
 * @param runQueueNanos time runnable but waiting for a core, or null when it was not recorded
 * @param unaccountedNanos wall time less the sum of the actor's stages, or null when stages were
 *     off; negative when the marks add up to more than the wall time
 * @param busyShare CPU time as a share of its thread's wall time: the median over forks; NaN when
 *     it was not recorded
 * @param runQueueShare share of its thread's wall time spent waiting for a core: the median over
 *     forks; NaN when it was not recorded
 */
public record ActorTime(
    Figure wallNanos,
    @Nullable Figure cpuNanos,
    @Nullable Figure runQueueNanos,
    @Nullable Figure unaccountedNanos,
    double busyShare,
    double runQueueShare) {

  /** Whether the thread's figures are its own: a writer on the reader's thread has none. */
  boolean hasThread() {
    return cpuNanos != null || runQueueNanos != null;
  }
}
