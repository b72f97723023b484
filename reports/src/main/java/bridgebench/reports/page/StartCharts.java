package bridgebench.reports.page;

import bridgebench.reports.chart.ChartText;
import bridgebench.reports.chart.LineChartData;
import bridgebench.reports.chart.Scale;
import bridgebench.reports.chart.SegmentChartData;
import bridgebench.reports.chart.Unit;
import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.reports.findings.VerdictRule;
import bridgebench.scenarios.run.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A worker's start: its parts one after another, and the first tasks of a fresh worker. */
final class StartCharts {

  private static final int MOST_ARMS = 12;

  private StartCharts() {}

  static List<PlannedChart> of(QuestionAnalysis question) {
    List<PlannedChart> charts = new ArrayList<>();
    charts.addAll(waterfall(question));
    charts.addAll(firstTasks(question));
    return charts;
  }

  private static List<PlannedChart> waterfall(QuestionAnalysis question) {
    List<SegmentChartData.Row> rows = new ArrayList<>();
    String title = question.ask();
    double longest = 0;
    for (Arm arm : withParts(question)) {
      String label = AxisText.label(arm.scenario(), question.variedAxes());
      List<SegmentChartData.Segment> segments = new ArrayList<>();
      arm.figures()
          .stageNanos()
          .forEach(
              (part, figure) ->
                  segments.add(
                      new SegmentChartData.Segment(
                          part.replace('-', ' '), StageText.ink(part), figure.median())));
      rows.add(new SegmentChartData.Row("", label, false, segments));
      double total = segments.stream().mapToDouble(SegmentChartData.Segment::length).sum();
      if (total > longest) {
        longest = total;
        title = largestPart(label, arm.figures().stageNanos(), total);
      }
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    ChartText text =
        new ChartText(
            title,
            "Time to the first answer in parts, means of a fork’s starts, medians over forks",
            "Horizontal bars made of the parts of a worker's start, one bar for each arm.");
    return List.of(
        new PlannedChart(
            "start",
            new SegmentChartData(text, "Time to the first answer", Unit.NANOS, rows),
            ReadingGuide.WATERFALL,
            ChartRank.ANSWER));
  }

  private static List<Arm> withParts(QuestionAnalysis question) {
    return ChartArms.representatives(
        question, MOST_ARMS, arm -> !arm.figures().stageNanos().isEmpty());
  }

  private static String largestPart(String label, Map<String, Figure> parts, double total) {
    Map.Entry<String, Figure> largest =
        parts.entrySet().stream()
            .max(Map.Entry.comparingByValue((a, b) -> Double.compare(a.median(), b.median())))
            .orElseThrow();
    return "The longest start, "
        + label
        + ", takes "
        + Unit.NANOS.format(total)
        + ", of which "
        + largest.getKey().replace('-', ' ')
        + " takes "
        + Unit.PERCENT.format(largest.getValue().median() / total);
  }

  private static List<PlannedChart> firstTasks(QuestionAnalysis question) {
    List<LineChartData.Series> series = new ArrayList<>();
    String title = "The first tasks of a fresh worker";
    double greatest = 0;
    for (Arm arm :
        ChartArms.representatives(
            question, MOST_ARMS, arm -> arm.figures().firstTaskNanos().size() > 1)) {
      List<Figure> tasks = arm.figures().firstTaskNanos();
      String label = AxisText.label(arm.scenario(), question.variedAxes());
      boolean hasBand = arm.forks().size() >= VerdictRule.FORKS_FOR_A_TOLD_INTERVAL;
      List<LineChartData.Point> points = new ArrayList<>();
      for (int i = 0; i < tasks.size(); i++) {
        Figure task = tasks.get(i);
        points.add(
            hasBand
                ? new LineChartData.Point(i + 1, task.median(), task.low(), task.high())
                : LineChartData.Point.of(i + 1, task.median()));
      }
      series.add(
          new LineChartData.Series(
              label, SeriesStyles.of(question, arm.scenario()), false, points));
      double ratio = tasks.get(0).median() / tasks.get(tasks.size() - 1).median();
      if (ratio > greatest) {
        greatest = ratio;
        title =
            "After the start “"
                + label
                + "”, the first task takes "
                + Unit.RATIO.format(ratio)
                + " as long as task "
                + tasks.size();
      }
    }
    if (series.isEmpty()) {
      return List.of();
    }
    LineChartData data =
        new LineChartData(
            new ChartText(
                title,
                "Time of each of a fresh worker’s first tasks, "
                    + QuestionText.estimate(question, VerdictRule.FORKS_FOR_A_TOLD_INTERVAL),
                "Lines of task duration over the number of the task, one for each arm."),
            new LineChartData.Axis("Task of a fresh worker", Unit.COUNT, Scale.LINEAR),
            new LineChartData.Axis("Time per task", Unit.NANOS, Scale.LOG),
            series,
            List.of());
    return List.of(
        new PlannedChart("first-tasks", data, ReadingGuide.FIRST_TASKS, ChartRank.ASKED));
  }
}
