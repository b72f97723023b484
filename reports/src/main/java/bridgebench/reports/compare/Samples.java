package bridgebench.reports.compare;

import bridgebench.reports.statistics.Interval;
import bridgebench.reports.statistics.MedianInterval;
import bridgebench.reports.statistics.SampleMedian;
import bridgebench.scenarios.run.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One scenario's measurements in one input.
 *
 * @param metric what was measured, for example {@code rowsPerSecond} or JMH's {@code avgt}
 * @param unit its unit
 * @param moreIsFaster whether a greater value means faster
 * @param settings what must agree for two of them to be compared: axes, or JMH's threads and mode
 * @param forks the iterations of each fork; empty when there is a problem
 * @param problem why there are none, or null
 * @param results what the operations returned, where it can be compared; else null
 */
public record Samples(
    String metric,
    String unit,
    boolean moreIsFaster,
    SortedMap<String, String> settings,
    double[][] forks,
    @Nullable String problem,
    @Nullable Results results) {

  /**
   * What a function returned that nothing but itself can judge.
   *
   * @param seed of the rows that it was given
   * @param checksum of its results
   */
  public record Results(long seed, String checksum) {}

  /** Whether the same rows made other results there. */
  boolean resultsDifferFrom(Samples other) {
    return results != null
        && other.results != null
        && results.seed == other.results.seed
        && !results.checksum.equals(other.results.checksum);
  }

  /** The median over forks with its interval; null when there is a problem. */
  public @Nullable Figure figure() {
    if (forks.length == 0) {
      return null;
    }
    Interval interval = MedianInterval.of(SampleMedian.ofEach(forks));
    return new Figure(interval.estimate(), interval.low(), interval.high());
  }

  /** More forks of the same. */
  Samples together(Samples other) {
    List<double[]> all = new ArrayList<>(List.of(forks));
    all.addAll(List.of(other.forks));
    return new Samples(
        metric,
        unit,
        moreIsFaster,
        settings,
        all.toArray(double[][]::new),
        all.isEmpty() ? problem : null,
        results);
  }
}
