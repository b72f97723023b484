package bridgebench.jmh.benchmark;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Rows, which JMH turns into a rate beside the primary score. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class RowCounters {
  /** Rows encoded, or decoded and checked. */
  public long rows;
}
