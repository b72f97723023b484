package bridgebench.jmh.benchmark;

import bridgebench.bridge.task.TaskReport;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Control;

/**
 * Path {@code udf}: one operation is one task, every value of which is checked. Plain JMH's score
 * holds a fresh worker's end too; a run's figure is the task's own duration.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class UdfBenchmark extends BridgeBenchmark {

  /** Rows to a Python worker and back. */
  @Benchmark
  public TaskReport task(UdfState state, TaskCounters counters, Control control) throws Exception {
    return state.operate(control, counters::count);
  }
}
