package bridgebench.reports.page;

import bridgebench.reports.chart.ChartText;
import bridgebench.reports.chart.LineChartData;
import bridgebench.reports.chart.Scale;
import bridgebench.reports.chart.Unit;
import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.IntervalMaximum;
import bridgebench.reports.findings.LatencyFigures;
import bridgebench.reports.findings.QuestionAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The greatest latency of each measured iteration over time: when the tail happened. */
final class TimelineCharts {

  /** Neighbouring intervals are put together, each keeping its maximum, beyond so many a line. */
  private static final int MOST_POINTS = 120;

  private TimelineCharts() {}

  /** The chart above that of the percentiles, of the same arms; empty without recorded maxima. */
  static Optional<PlannedChart> of(
      QuestionAnalysis question, String kind, List<Arm> arms, List<LineChartData.Mark> marks) {
    List<LineChartData.Series> series = new ArrayList<>();
    for (Arm arm : arms) {
      LatencyFigures latency = arm.figures().latency().get(kind);
      if (latency != null && latency.timeline().size() > 1) {
        series.add(
            new LineChartData.Series(
                ChartArms.label(arm, arms, question),
                SeriesStyles.among(arms, question, arm.scenario()),
                false,
                points(latency.timeline())));
      }
    }
    if (series.isEmpty()) {
      return Optional.empty();
    }
    String title = LatencyCharts.kindTitle(kind);
    String greatest = "Greatest " + Sentences.continued(title);
    LineChartData data =
        new LineChartData(
            new ChartText(
                title(question, arms, kind, title),
                greatest + " in each measured iteration, forks one after another",
                "Lines of the greatest latency of each iteration over measured time."),
            new LineChartData.Axis("Measured time", Unit.NANOS, Scale.LINEAR),
            new LineChartData.Axis(greatest, Unit.NANOS, Scale.LOG),
            series,
            marks);
    return Optional.of(
        new PlannedChart(
            "latency-timeline-" + kind, data, ReadingGuide.TIMELINE, ChartRank.DETAIL));
  }

  private static List<LineChartData.Point> points(List<IntervalMaximum> timeline) {
    int together = (timeline.size() + MOST_POINTS - 1) / MOST_POINTS;
    List<LineChartData.Point> points = new ArrayList<>();
    for (int from = 0; from < timeline.size(); from += together) {
      List<IntervalMaximum> group =
          timeline.subList(from, Math.min(from + together, timeline.size()));
      double greatest = group.stream().mapToDouble(IntervalMaximum::nanos).max().orElseThrow();
      points.add(LineChartData.Point.of(group.get(group.size() - 1).endNanos(), greatest));
    }
    return points;
  }

  /** The longest wait of all: one sample, so a description. */
  private static String title(
      QuestionAnalysis question, List<Arm> arms, String kind, String kindTitle) {
    double longest = 0;
    String sentence = kindTitle + " over time";
    String of = Sentences.continued(kindTitle);
    for (Arm arm : arms) {
      LatencyFigures latency = arm.figures().latency().get(kind);
      if (latency != null && latency.maximumNanos() > longest) {
        longest = latency.maximumNanos();
        var median = latency.percentiles().get("p50");
        String label = arms.size() > 1 ? ChartArms.label(arm, arms, question) + ": the" : "The";
        sentence =
            label
                + " longest "
                + of
                + " is "
                + Unit.NANOS.format(longest)
                + (median == null ? "" : ", the median " + Unit.NANOS.format(median.median()));
      }
    }
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }
}
