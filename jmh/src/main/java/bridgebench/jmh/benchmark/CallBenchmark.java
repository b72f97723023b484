package bridgebench.jmh.benchmark;

import bridgebench.bridge.driver.DriverReport;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * Path {@code call}: JMH's operation is a block of Py4J calls, every answer checked. JMH's own
 * score counts blocks; the samples of a run count calls, as Python timed them.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CallBenchmark extends BridgeBenchmark {

  /** Calls from a Python driver to the JVM. */
  @Benchmark
  public DriverReport calls(CallState state, CallCounters counters) throws Exception {
    return counters.count(state.operate());
  }
}
