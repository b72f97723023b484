package bridgebench.jmh.benchmark;

import bridgebench.bridge.task.WorkerStarts.StartReport;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Path {@code worker-start}: one operation is one start, up to the first tasks' answers. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WorkerStartBenchmark extends BridgeBenchmark {

  /** From nothing to a worker's first answers. */
  @Benchmark
  public StartReport start(WorkerStartState state) throws Exception {
    return state.operate();
  }
}
