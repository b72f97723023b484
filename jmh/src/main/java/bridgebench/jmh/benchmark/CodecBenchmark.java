package bridgebench.jmh.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * Path {@code codec}: one operation encodes the batches of one task, or decodes and checks them,
 * without a process boundary.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CodecBenchmark extends BridgeBenchmark {

  /** Typed rows to bodies of frames, or back. */
  @Benchmark
  public long codec(CodecState state, RowCounters counters) throws Exception {
    long result = state.operate();
    counters.rows += state.rowsInTask();
    return result;
  }
}
