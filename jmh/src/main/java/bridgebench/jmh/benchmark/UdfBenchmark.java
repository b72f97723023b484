package bridgebench.jmh.benchmark;

import bridgebench.bridge.task.TaskReport;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Path {@code udf}: one operation is one task, every value of which is checked. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class UdfBenchmark extends BridgeBenchmark {

  /** Rows to a Python worker and back. */
  @Benchmark
  public TaskReport task(UdfState state, TaskCounters counters) throws Exception {
    return counters.count(state.operate());
  }
}
