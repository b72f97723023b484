package bridgebench.reports.page;

import bridgebench.reports.chart.ChartText;
import bridgebench.reports.chart.LineChartData;
import bridgebench.reports.chart.Scale;
import bridgebench.reports.chart.Unit;
import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.LatencyFigures;
import bridgebench.reports.findings.PercentilePoint;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.scenarios.run.LatencyKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Latency percentiles on an axis of nines: a chart for each kind of latency, never mixed. */
final class LatencyCharts {

  private static final int MOST_LINES = 5;

  /** Points closer than this on the axis of nines are not told apart. */
  private static final double LEAST_STEP = 0.02;

  private LatencyCharts() {}

  static List<PlannedChart> of(QuestionAnalysis question, ReportOptions options) {
    Set<String> kinds = new LinkedHashSet<>();
    question.arms().forEach(arm -> kinds.addAll(arm.figures().latency().keySet()));
    if (kinds.contains(LatencyKind.RESPONSE.word())) {
      // At a rate it is a part of the response time, and stands in the table.
      kinds.remove(LatencyKind.RESIDENCE.word());
    }
    List<PlannedChart> charts = new ArrayList<>();
    for (String kind : kinds) {
      List<Arm> arms =
          ChartArms.representatives(
              question, MOST_LINES, arm -> arm.figures().latency().containsKey(kind));
      List<LineChartData.Series> series = new ArrayList<>();
      for (Arm arm : arms) {
        LatencyFigures latency = arm.figures().latency().get(kind);
        if (latency != null && !latency.curve().isEmpty()) {
          series.add(
              new LineChartData.Series(
                  ChartArms.label(arm, arms, question),
                  SeriesStyles.among(arms, question, arm.scenario()),
                  false,
                  points(latency)));
        }
      }
      if (series.stream().anyMatch(line -> line.points().size() > 1)) {
        List<LineChartData.Mark> marks = marks(options);
        TimelineCharts.of(question, kind, arms, marks).ifPresent(charts::add);
        charts.add(chart(question, kind, arms, series, marks));
      }
    }
    return charts;
  }

  private static PlannedChart chart(
      QuestionAnalysis question,
      String kind,
      List<Arm> arms,
      List<LineChartData.Series> series,
      List<LineChartData.Mark> marks) {
    String subtitle =
        kindTitle(kind)
            + " by percentile"
            + (arms.size() < question.arms().size() ? "; the fastest arm of each series" : "");
    LineChartData data =
        new LineChartData(
            new ChartText(
                title(kind, arms),
                subtitle,
                "Rising lines of "
                    + Sentences.continued(kindTitle(kind))
                    + " over percentiles spaced by nines."),
            new LineChartData.Axis("Percentile", Unit.FRACTION, Scale.NINES),
            new LineChartData.Axis(kindTitle(kind), Unit.NANOS, Scale.LOG),
            series,
            marks);
    return new PlannedChart("latency-" + kind, data, ReadingGuide.PERCENTILES, ChartRank.ASKED);
  }

  private static List<LineChartData.Mark> marks(ReportOptions options) {
    return options.serviceLevelNanos().stream()
        .mapToObj(
            nanos ->
                new LineChartData.Mark(
                    false, "service level " + Unit.NANOS.format(nanos), nanos, nanos, nanos))
        .toList();
  }

  private static List<LineChartData.Point> points(LatencyFigures latency) {
    List<LineChartData.Point> points = new ArrayList<>();
    double lastPlace = Double.NEGATIVE_INFINITY;
    for (PercentilePoint point : latency.curve()) {
      double fraction = point.percentile() / 100;
      double place = -Math.log10(1 - fraction);
      if (fraction < 1 && point.nanos() > 0 && place - lastPlace >= LEAST_STEP) {
        points.add(
            new LineChartData.Point(
                fraction, point.nanos(), Math.max(1, point.lowNanos()), point.highNanos()));
        lastPlace = place;
      }
    }
    return points;
  }

  /** The widest tail among the arms shown: a description, not a comparison. */
  private static String title(String kind, List<Arm> arms) {
    double widest = 0;
    String sentence = kindTitle(kind) + " by percentile";
    for (Arm arm : arms) {
      LatencyFigures latency = arm.figures().latency().get(kind);
      var median = latency == null ? null : latency.percentiles().get("p50");
      var tail = latency == null ? null : latency.percentiles().get("p99");
      if (median != null && tail != null && tail.median() / median.median() > widest) {
        widest = tail.median() / median.median();
        sentence =
            "At the widest tail, one sample in a hundred takes more than "
                + Unit.RATIO.format(widest)
                + " the median: "
                + Unit.NANOS.format(tail.median())
                + " against "
                + Unit.NANOS.format(median.median());
      }
    }
    return sentence;
  }

  static String kindTitle(String kind) {
    return LatencyKind.of(kind).map(LatencyCharts::title).orElse(kind);
  }

  private static String title(LatencyKind kind) {
    return switch (kind) {
      case SERVICE -> "Service time of a batch";
      case RESIDENCE -> "Residence time of a batch";
      case RESPONSE -> "Response time of a batch";
      case ROUND_TRIP -> "Round trip of a message";
      case CALL -> "Time of a Py4J call";
    };
  }
}
