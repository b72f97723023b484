package bridgebench.jmh.benchmark;

import bridgebench.bridge.driver.DriverReport;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Control;

/**
 * The paths of the Python driver that act on rows, from {@code collect} to {@code range}: one
 * operation is one action, its result checked. JMH's own score holds the order to Python and the
 * check too; a run's results hold the action alone, as Python timed it, and say {@code action}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DriverBenchmark extends BridgeBenchmark {

  /** An action that a Python driver asks for. */
  @Benchmark
  public DriverReport orderActionCheck(DriverState state, DriverCounters counters, Control control)
      throws Exception {
    return state.operate(control, counters::count);
  }
}
