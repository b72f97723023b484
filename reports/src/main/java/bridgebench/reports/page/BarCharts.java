package bridgebench.reports.page;

import bridgebench.reports.chart.BarChartData;
import bridgebench.reports.chart.ChartText;
import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.Finding;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.run.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bars of the question's metric: one for each arm, grouped by the axes that are not compared. */
final class BarCharts {

  /** More rows of bars and headings than this are a table, not a picture, and fill a paper page. */
  private static final int MOST_ROWS = 32;

  private BarCharts() {}

  static List<PlannedChart> of(QuestionAnalysis question) {
    List<Axis> barAxes = barAxes(question);
    List<Axis> groupAxes =
        question.variedAxes().stream().filter(axis -> !barAxes.contains(axis)).toList();
    Map<String, List<BarChartData.Bar>> groups = new LinkedHashMap<>();
    int bars = 0;
    int measured = 0;
    for (Arm arm : question.arms()) {
      Figure figure = arm.figures().get(question.metric());
      if (figure == null) {
        continue;
      }
      measured++;
      if (bars + groups.size() < MOST_ROWS) {
        bars++;
        groups
            .computeIfAbsent(group(arm, groupAxes), key -> new ArrayList<>())
            .add(bar(question, arm, barAxes, figure));
      }
    }
    if (groups.isEmpty()) {
      return List.of();
    }
    String metric = MetricText.title(question.metric(), question.path());
    ChartText text =
        new ChartText(
            QuestionText.lead(question).map(Finding::sentence).orElse(question.ask()),
            metric
                + ", "
                + QuestionText.estimate(question)
                + (measured > bars ? "; the first " + bars + " of " + measured + " arms" : ""),
            "Horizontal bars from zero, one for each of "
                + bars
                + " arms, with the 95 % interval at each bar's end.");
    List<BarChartData.Group> groupList = new ArrayList<>();
    groups.forEach((label, list) -> groupList.add(new BarChartData.Group(label, list)));
    return List.of(
        new PlannedChart(
            "bars",
            new BarChartData(text, metric, MetricText.unit(question.metric()), groupList),
            ReadingGuide.BARS,
            ChartRank.ANSWER));
  }

  private static BarChartData.Bar bar(
      QuestionAnalysis question, Arm arm, List<Axis> barAxes, Figure figure) {
    String label = AxisText.label(arm.scenario(), barAxes);
    return new BarChartData.Bar(
        label.isEmpty() ? question.label(arm) : label,
        SeriesStyles.of(question, arm.scenario()),
        figure.median(),
        figure.low(),
        figure.high());
  }

  private static String group(Arm arm, List<Axis> groupAxes) {
    if (groupAxes.isEmpty()) {
      return "";
    }
    String label = AxisText.label(arm.scenario(), groupAxes);
    return label.isEmpty() && "jvm".equals(arm.scenario().word(Axis.MODE)) ? "JVM alone" : label;
  }

  /** The compared axis, else the one whose colours readers know, else all. */
  private static List<Axis> barAxes(QuestionAnalysis question) {
    Axis compared = question.comparedAxis();
    List<Axis> varied = question.variedAxes();
    List<Axis> bars = new ArrayList<>();
    if (compared != null && varied.contains(compared)) {
      bars.add(compared);
    } else if (varied.contains(Axis.MODE)) {
      bars.add(Axis.MODE);
    } else {
      bars.addAll(varied.stream().limit(1).toList());
    }
    // Batch rows that only follow the mode belong to its bar, not to a heading of their own.
    boolean followsMode =
        bars.contains(Axis.MODE)
            && varied.contains(Axis.BATCH_ROWS)
            && question.arms().stream()
                    .map(arm -> arm.scenario().word(Axis.MODE))
                    .distinct()
                    .count()
                == question.arms().stream()
                    .map(
                        arm ->
                            arm.scenario().word(Axis.MODE)
                                + " "
                                + arm.scenario().word(Axis.BATCH_ROWS))
                    .distinct()
                    .count();
    if (followsMode) {
      bars.add(Axis.BATCH_ROWS);
    }
    return bars;
  }
}
