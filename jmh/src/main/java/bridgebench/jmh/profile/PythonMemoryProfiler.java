package bridgebench.jmh.profile;

import bridgebench.jmh.fork.OperationTally;
import java.util.Collection;
import org.openjdk.jmh.results.Result;

/**
 * Memory of the Python worker and of Arrow in the JVM, in bytes, as {@code
 * memory.python.peakResident}: the greatest of the iteration. Use: {@code -prof
 * bridgebench.jmh.profile.PythonMemoryProfiler}.
 */
public final class PythonMemoryProfiler extends SessionProfiler {

  @Override
  public String getDescription() {
    return "Memory of the Python worker, as it reports it after each task";
  }

  @Override
  Collection<? extends Result<?>> results(OperationTally totals) {
    return SecondaryResults.memory(totals.record(0)).stream().map(SecondaryMetric::result).toList();
  }
}
