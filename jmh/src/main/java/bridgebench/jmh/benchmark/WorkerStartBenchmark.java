package bridgebench.jmh.benchmark;

import bridgebench.bridge.task.WorkerStarts.StartReport;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Control;

/**
 * Path {@code worker-start}: one operation is one start, up to the first tasks' answers. JMH's own
 * score holds the worker's end too; a run's results hold the start alone and say {@code start}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WorkerStartBenchmark extends BridgeBenchmark {

  /** From nothing to a worker's first answers. */
  @Benchmark
  public StartReport startAndEnd(WorkerStartState state, Control control) throws Exception {
    return state.operate(control, report -> {});
  }
}
