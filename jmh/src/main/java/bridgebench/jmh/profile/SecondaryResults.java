package bridgebench.jmh.profile;

import bridgebench.scenarios.run.IterationRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.ScalarResult;

/** Names and units of the secondary metrics in JMH's terms. */
public final class SecondaryResults {
  private static final double[] PERCENTILES = {50, 90, 99, 99.9, 100};

  private SecondaryResults() {}

  /** Nanoseconds an operation, by stage and actor. */
  public static List<ScalarResult> stages(IterationRecord iteration) {
    List<ScalarResult> results = new ArrayList<>();
    addPerOperation(results, "stage.", iteration.stageNanos(), iteration.operations());
    addPerOperation(results, "wall.", iteration.wallNanos(), iteration.operations());
    addPerOperation(results, "cpu.", iteration.cpuNanos(), iteration.operations());
    addPerOperation(results, "runQueue.", iteration.runQueueNanos(), iteration.operations());
    return results;
  }

  /** Bytes of memory, by what holds them; objects where a figure counts those. */
  public static List<ScalarResult> memory(IterationRecord iteration) {
    List<ScalarResult> results = new ArrayList<>();
    iteration
        .memoryBytes()
        .forEach(
            (name, bytes) ->
                results.add(
                    new ScalarResult("memory." + name, bytes, unit(name), AggregationPolicy.MAX)));
    return results;
  }

  private static String unit(String memory) {
    return memory.endsWith(".objects") ? "objects" : "bytes";
  }

  /** Percentiles of a latency. */
  public static List<ScalarResult> latency(String kind, Histogram nanos) {
    List<ScalarResult> results = new ArrayList<>();
    for (double percentile : PERCENTILES) {
      // JMH's own SampleTime labels: p0.50 is the median, p1.00 the greatest.
      String label = "latency." + kind + ".p" + fraction(percentile);
      results.add(
          new ScalarResult(
              label, nanos.getValueAtPercentile(percentile), "ns", AggregationPolicy.AVG));
    }
    return results;
  }

  private static String fraction(double percentile) {
    return percentile == 99.9 ? "0.999" : String.format(Locale.ROOT, "%.2f", percentile / 100);
  }

  private static void addPerOperation(
      List<ScalarResult> results, String prefix, Map<String, Long> nanos, long operations) {
    nanos.forEach(
        (name, total) ->
            results.add(
                new ScalarResult(
                    prefix + name, (double) total / operations, "ns/op", AggregationPolicy.AVG)));
  }
}
