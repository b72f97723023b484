package bridgebench.jmh.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Control;

/**
 * Path {@code codec}: one operation encodes the batches of one task, or decodes and checks them,
 * without a process boundary.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CodecBenchmark extends BridgeBenchmark {

  /** Typed rows to bodies of frames, or back. */
  @Benchmark
  public long codec(CodecState state, RowCounters counters, Control control) throws Exception {
    return state.operate(control, result -> counters.rows += state.rowsInTask());
  }
}
