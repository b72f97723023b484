package bridgebench.jmh.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Control;

/**
 * Path {@code transport}: bytes only. One operation is one message there and back, or for streams
 * and one-way traffic a burst of messages.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TransportBenchmark extends BridgeBenchmark {

  /** Messages of {@code messageBytes} bytes. */
  @Benchmark
  public Object exchange(TransportState state, MessageCounters counters, Control control)
      throws Exception {
    return state.operate(control, counters::count);
  }
}
