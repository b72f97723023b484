package bridgebench.jmh.profile;

import bridgebench.jmh.fork.OperationTally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.Result;

/**
 * Percentiles of the latency of a batch or message, in nanoseconds, by kind, as {@code
 * latency.service.p0.99}. Use: {@code -prof bridgebench.jmh.profile.LatencyProfiler}.
 */
public final class LatencyProfiler extends SessionProfiler {

  @Override
  public String getDescription() {
    return "Latency percentiles of batches and messages, from HdrHistograms";
  }

  @Override
  Collection<? extends Result<?>> results(OperationTally totals) {
    List<Result<?>> results = new ArrayList<>();
    totals
        .latencies()
        .forEach(
            (kind, histogram) ->
                SecondaryResults.latency(kind, histogram).stream()
                    .map(SecondaryMetric::result)
                    .forEach(results::add));
    return results;
  }
}
