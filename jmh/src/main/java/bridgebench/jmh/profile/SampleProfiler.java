package bridgebench.jmh.profile;

import bridgebench.jmh.fork.ForkSamples;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/**
 * Hands the samples of each iteration to the host; the suite runner adds it to every fork. It shows
 * no results of its own.
 */
public final class SampleProfiler implements InternalProfiler {

  @Override
  public String getDescription() {
    return "Hands raw samples to the suite runner";
  }

  // JMH calls this before states are set up, which may warm up for as long again as is measured:
  // they say themselves when an iteration starts.
  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  @SuppressWarnings("rawtypes") // as JMH declares it
  public List<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    // JMH asks profilers after a failed iteration too, which then holds no score.
    if (!result.getRawPrimaryResults().isEmpty()) {
      ForkSamples.current()
          .iterationEnded(
              iteration.getType() == IterationType.MEASUREMENT,
              nanosPerOperation(benchmark, result));
    }
    return List.of();
  }

  private static double nanosPerOperation(BenchmarkParams benchmark, IterationResult result) {
    double score = result.getPrimaryResult().getScore();
    double unitNanos = TimeUnit.NANOSECONDS.convert(1, benchmark.getTimeUnit());
    // Throughput is summed over threads; the time of an operation is that on its own thread.
    return benchmark.getMode() == Mode.Throughput
        ? benchmark.getThreads() * unitNanos / score
        : score * unitNanos;
  }
}
