package bridgebench.jmh.fork;

import bridgebench.scenarios.run.IterationRecord;
import java.util.ArrayList;
import java.util.List;

/** What one JMH thread measures. */
public final class ThreadSamples {
  private final OperationTally tally = new OperationTally();
  private final OperationTally beside = new OperationTally();
  private final List<WarmupSlice> extraWarmup = new ArrayList<>();
  private volatile boolean ended;

  ThreadSamples() {}

  /** The totals of the thread's current iteration. */
  public OperationTally tally() {
    return tally;
  }

  /**
   * Operations of the current iteration whose time does not count: they kept up the load for other
   * threads, were looked at for their memory or warmed caches.
   */
  public OperationTally beside() {
    return beside;
  }

  /** Clears what is known of an iteration, for the next. */
  public void iterationStarts() {
    tally.clear();
    beside.clear();
  }

  /** Notes a slice of warm-up beyond what JMH asked for. */
  public void extraWarmup(OperationTally operations, long durationNanos) {
    extraWarmup.add(new WarmupSlice(operations, durationNanos));
  }

  /** The thread's trial is over; its last iteration stays readable until another thread joins. */
  public void end() {
    ended = true;
  }

  boolean hasEnded() {
    return ended;
  }

  List<WarmupSlice> extraWarmup() {
    return extraWarmup;
  }

  /** Totals and wall time of a slice. */
  record WarmupSlice(OperationTally tally, long durationNanos) {
    IterationRecord record() {
      return tally.record(durationNanos);
    }
  }
}
