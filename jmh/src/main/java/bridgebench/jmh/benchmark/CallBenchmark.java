package bridgebench.jmh.benchmark;

import bridgebench.bridge.driver.DriverReport;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Control;

/**
 * Path {@code call}: JMH's operation is a block of Py4J calls, every answer checked. JMH's own
 * score counts blocks; a run's results count calls, as Python timed them, and say {@code calls}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CallBenchmark extends BridgeBenchmark {

  /** A block of calls from a Python driver to the JVM. */
  @Benchmark
  public DriverReport block(CallState state, CallCounters counters, Control control)
      throws Exception {
    return state.operate(control, counters::count);
  }
}
