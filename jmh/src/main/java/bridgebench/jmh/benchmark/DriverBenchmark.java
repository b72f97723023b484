package bridgebench.jmh.benchmark;

import bridgebench.bridge.driver.DriverReport;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Control;

/**
 * The paths of the Python driver that act on rows, from {@code collect} to {@code range}: JMH's
 * operation is an action whose memory is looked at and, where it is short, a block of further ones,
 * each result checked. JMH's own score counts blocks, which have more actions the shorter these
 * are, and holds the order to Python and the checks too: it compares with nothing. A run's results
 * hold the actions alone, as Python timed them, and say {@code action}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DriverBenchmark extends BridgeBenchmark {

  /** Actions that a Python driver asks for. */
  @Benchmark
  public DriverReport block(DriverState state, DriverCounters counters, Control control)
      throws Exception {
    return state.operate(control, counters::count);
  }
}
