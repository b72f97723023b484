package bridgebench.jmh.benchmark;

import bridgebench.bridge.driver.DriverReport;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Py4J calls and what they carry, which JMH turns into rates beside the primary score. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class CallCounters {
  /** Calls made and checked, the order and the check in their time. */
  public long checkedCalls;

  /** Bytes of the answers, as the caller has them. */
  public long sentBytes;

  /** Bytes of the arguments, as the caller has them. */
  public long receivedBytes;

  void count(DriverReport block) {
    checkedCalls += block.calls();
    sentBytes += block.sentBytes();
    receivedBytes += block.receivedBytes();
  }
}
