package bridgebench.jmh.runner;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.Result;

/**
 * An iteration whose results are all there from the beginning. JMH aggregates all secondary results
 * anew each time that it is asked for them, and its JSON writer asks once for each name in each
 * iteration: the time would grow with the square of the names.
 */
@SuppressWarnings("rawtypes") // as JMH declares its results
final class FilledIteration extends IterationResult {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, Result> secondary;

  FilledIteration(BenchmarkParams params, long operations, List<? extends Result> results) {
    super(params, params.getMeasurement(), new IterationResultMetaData(operations, operations));
    addResults(results);
    secondary = new TreeMap<>(super.getSecondaryResults());
  }

  @Override
  public Map<String, Result> getSecondaryResults() {
    return Collections.unmodifiableMap(secondary);
  }
}
