package bridgebench.jmh.profile;

import bridgebench.jmh.fork.ForkSamples;
import bridgebench.jmh.fork.OperationTally;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/** A profiler whose results come from the tallies of the iteration's sessions. */
abstract class SessionProfiler implements InternalProfiler {

  /** The secondary results of an iteration with at least one operation. */
  abstract Collection<? extends Result<?>> results(OperationTally totals);

  @Override
  public final void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  @SuppressWarnings("rawtypes") // as JMH declares it
  public final Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    OperationTally totals = ForkSamples.current().totals();
    return totals.operations() == 0 ? List.of() : results(totals);
  }
}
