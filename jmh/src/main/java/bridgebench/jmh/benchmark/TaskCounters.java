package bridgebench.jmh.benchmark;

import bridgebench.bridge.task.TaskReport;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Rows and bytes, which JMH turns into rates beside the primary score. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class TaskCounters {
  /** Rows sent, transformed, received and checked. */
  public long rows;

  /** Bytes from the JVM to Python, frames included. */
  public long sentBytes;

  /** Bytes from Python to the JVM, frames included. */
  public long receivedBytes;

  void count(TaskReport task) {
    rows += task.rows();
    sentBytes += task.sentBytes();
    receivedBytes += task.receivedBytes();
  }
}
