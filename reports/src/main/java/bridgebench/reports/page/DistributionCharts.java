package bridgebench.reports.page;

import bridgebench.reports.chart.ChartText;
import bridgebench.reports.chart.LineChartData;
import bridgebench.reports.chart.Scale;
import bridgebench.reports.chart.Unit;
import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.ComparisonResult;
import bridgebench.reports.findings.Metric;
import bridgebench.reports.findings.QuestionAnalysis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All measured iterations of the two arms whose speeds are closest, as distributions. */
final class DistributionCharts {

  /** Arms further apart than this factor need no distribution to be told apart. */
  private static final double CLOSE = 1.5;

  private DistributionCharts() {}

  static List<PlannedChart> of(QuestionAnalysis question) {
    Optional<ComparisonResult> closest =
        question.comparisons().stream()
            .filter(comparison -> distance(comparison) < Math.log(CLOSE))
            .min(Comparator.comparingDouble(DistributionCharts::distance));
    // At a rate the time of an operation is the clock's.
    if (closest.isEmpty() || question.metric() == Metric.RESPONSE_NANOS) {
      return List.of();
    }
    ComparisonResult comparison = closest.get();
    List<Arm> arms =
        question.arms().stream()
            .filter(
                arm ->
                    arm.id().equals(comparison.baselineId())
                        || arm.id().equals(comparison.candidateId()))
            .toList();
    List<LineChartData.Series> series = new ArrayList<>();
    for (Arm arm : arms) {
      series.add(
          new LineChartData.Series(
              ChartArms.label(arm, arms, question),
              SeriesStyles.styleOn(question, arm.scenario(), comparison.axis()),
              true,
              points(arm)));
    }
    LineChartData data =
        new LineChartData(
            new ChartText(
                comparison.sentence(),
                "Share of measured iterations at or below a time per operation; the two arms"
                    + " closest in speed",
                "Two rising step lines from 0 to 100 percent."),
            new LineChartData.Axis("Time per operation", Unit.NANOS, Scale.LINEAR),
            new LineChartData.Axis("Iterations at or below", Unit.FRACTION, Scale.LINEAR),
            series,
            List.of());
    return List.of(
        new PlannedChart("distribution", data, ReadingGuide.DISTRIBUTION, ChartRank.DETAIL));
  }

  private static double distance(ComparisonResult comparison) {
    return comparison.speedRatio() == null
        ? Double.POSITIVE_INFINITY
        : Math.abs(Math.log(comparison.speedRatio().median()));
  }

  private static List<LineChartData.Point> points(Arm arm) {
    List<Double> sorted =
        arm.forks().stream().flatMap(fork -> fork.measurementNanos().stream()).sorted().toList();
    List<LineChartData.Point> points = new ArrayList<>();
    if (!sorted.isEmpty()) {
      points.add(LineChartData.Point.of(sorted.get(0), 0));
    }
    for (int i = 0; i < sorted.size(); i++) {
      points.add(LineChartData.Point.of(sorted.get(i), (i + 1.0) / sorted.size()));
    }
    return points;
  }
}
