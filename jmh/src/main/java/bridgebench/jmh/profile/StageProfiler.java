package bridgebench.jmh.profile;

import bridgebench.jmh.fork.OperationTally;
import java.util.Collection;
import org.openjdk.jmh.results.Result;

/**
 * Nanoseconds an operation by actor and stage, as {@code stage.python.decode}; CPU time, run-queue
 * delay and wall time by actor, as {@code cpu.python}, {@code runQueue.python}, {@code
 * wall.python}. Use: {@code -prof bridgebench.jmh.profile.StageProfiler}.
 */
public final class StageProfiler extends SessionProfiler {

  @Override
  public String getDescription() {
    return "Time by stage of a task, from the sessions of the benchmark";
  }

  @Override
  Collection<? extends Result<?>> results(OperationTally totals) {
    return SecondaryResults.stages(totals.record(0)).stream().map(SecondaryMetric::result).toList();
  }
}
