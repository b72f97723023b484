package bridgebench.jmh.runner;

import bridgebench.jmh.fork.ForkSamples;
import bridgebench.jmh.fork.OperationTally;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/** Adds up, in the JVM that measures, what JMH and our tallies have counted. */
public final class MeasuredOperations implements InternalProfiler {
  static long measured;
  static long keptUp;
  static long tallied;
  static long latencies;

  @Override
  public String getDescription() {
    return "Counts operations";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  @SuppressWarnings("rawtypes") // as JMH declares it
  public List<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    OperationTally totals = ForkSamples.current().totals();
    measured += result.getMetadata().getMeasuredOps();
    keptUp += result.getMetadata().getAllOps() - result.getMetadata().getMeasuredOps();
    tallied += totals.operations();
    latencies += totals.latencies().values().stream().mapToLong(Histogram::getTotalCount).sum();
    return List.of();
  }
}
