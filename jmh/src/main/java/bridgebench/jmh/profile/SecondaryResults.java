package bridgebench.jmh.profile;

import bridgebench.scenarios.run.IterationRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.AggregationPolicy;

/** Names and units of the secondary metrics in JMH's terms. */
public final class SecondaryResults {
  // JMH's own SampleTime labels: p0.50 is the median, p1.00 the greatest.
  private static final Map<String, Double> PERCENTILES =
      new TreeMap<>(
          Map.of("p0.50", 50.0, "p0.90", 90.0, "p0.99", 99.0, "p0.999", 99.9, "p1.00", 100.0));

  private SecondaryResults() {}

  /** Nanoseconds an operation, by stage and actor. */
  public static List<SecondaryMetric> stages(IterationRecord iteration) {
    List<SecondaryMetric> results = new ArrayList<>();
    addPerOperation(results, "stage.", iteration.stageNanos(), iteration.operations());
    addPerOperation(results, "wall.", iteration.wallNanos(), iteration.operations());
    addPerOperation(results, "cpu.", iteration.cpuNanos(), iteration.operations());
    addPerOperation(results, "runQueue.", iteration.runQueueNanos(), iteration.operations());
    return results;
  }

  /** Bytes of memory, by what holds them; objects where a figure counts those. */
  public static List<SecondaryMetric> memory(IterationRecord iteration) {
    List<SecondaryMetric> results = new ArrayList<>();
    iteration
        .memoryBytes()
        .forEach(
            (name, bytes) ->
                results.add(
                    new SecondaryMetric(
                        "memory." + name, bytes, unit(name), AggregationPolicy.MAX)));
    return results;
  }

  private static String unit(String memory) {
    return memory.endsWith(".objects") ? "objects" : "bytes";
  }

  /** Percentiles of a latency. */
  public static List<SecondaryMetric> latency(String kind, Histogram nanos) {
    List<SecondaryMetric> results = new ArrayList<>();
    PERCENTILES.forEach(
        (name, percentile) ->
            results.add(
                new SecondaryMetric(
                    "latency." + kind + "." + name,
                    nanos.getValueAtPercentile(percentile),
                    "ns",
                    AggregationPolicy.AVG)));
    return results;
  }

  private static void addPerOperation(
      List<SecondaryMetric> results, String prefix, Map<String, Long> nanos, long operations) {
    nanos.forEach(
        (name, total) ->
            results.add(
                new SecondaryMetric(
                    prefix + name, (double) total / operations, "ns/op", AggregationPolicy.AVG)));
  }
}
