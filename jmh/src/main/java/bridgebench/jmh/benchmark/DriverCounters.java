package bridgebench.jmh.benchmark;

import bridgebench.bridge.driver.DriverReport;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Rows and bytes of the driver's actions, which JMH turns into rates beside the primary score. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class DriverCounters {
  /** Actions, the order, the check and a look at memory in their time. */
  public long checkedActions;

  /** Rows that the actions were about, the order and the check in their time. */
  public long checkedRows;

  /** Bytes from the JVM to Python, frames included. */
  public long sentBytes;

  /** Bytes from Python to the JVM, frames included. */
  public long receivedBytes;

  void count(DriverReport block) {
    checkedActions += block.operations();
    checkedRows += block.rows();
    sentBytes += block.sentBytes();
    receivedBytes += block.receivedBytes();
  }
}
