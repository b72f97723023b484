package bridgebench.reports.findings;

import bridgebench.reports.stall.LatencyGap;
import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.run.LatencyKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Latency of one kind, from the histograms of all forks of an arm.
 *
 * @param kind a word of {@link LatencyKind}
 * @param samples how many values the merged histogram holds
 * @param percentiles nanoseconds by "p50", "p90", "p99", "p99.9", "p99.99", "p99.999"; one that
 *     fewer than 10 samples lie beyond is left out
 * @param maximumNanos the greatest value of any fork: one sample, so without an interval
 * @param curve the merged histogram's percentiles in rising order, cut where fewer than 10 samples
 *     lie beyond
 * @param timeline the greatest value of each measured iteration, fork by fork; empty in a run that
 *     did not record them
 * @param gap where the latencies fall into two groups; null where they do not
 */
public record LatencyFigures(
    String kind,
    long samples,
    Map<String, Figure> percentiles,
    double maximumNanos,
    List<PercentilePoint> curve,
    List<IntervalMaximum> timeline,
    @Nullable LatencyGap gap) {}
