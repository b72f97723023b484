package bridgebench.jmh.benchmark;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Messages and bytes, which JMH turns into rates beside the primary score. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class MessageCounters {
  /** Messages sent. */
  public long messages;

  /** Bytes from the JVM to Python, frames included. */
  public long sentBytes;

  /** Bytes from Python to the JVM, frames included. */
  public long receivedBytes;

  void count(Burst burst) {
    messages += burst.messages();
    sentBytes += burst.sentBytes();
    receivedBytes += burst.receivedBytes();
  }
}
