package bridgebench.reports.page;

import bridgebench.reports.chart.BarChartData;
import bridgebench.reports.chart.ChartText;
import bridgebench.reports.chart.LineChartData;
import bridgebench.reports.chart.Scale;
import bridgebench.reports.chart.SeriesStyle;
import bridgebench.reports.chart.Unit;
import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.FindingKind;
import bridgebench.reports.findings.OperationMemory;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.run.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the driver's operations need at their peak, in Python and in the JVM: lines against rows
 * where rows vary, beside the size of the data, else bars.
 */
final class MemoryCharts {

  private static final int MOST_LINES = 6;

  /** The style that series get last. */
  private static final int DATA_STYLE = 3;

  private static final String DATA_LABEL = "the data itself";

  private final QuestionAnalysis question;
  private final String key;
  private final String place;

  private MemoryCharts(QuestionAnalysis question, String key, String place) {
    this.question = question;
    this.key = key;
    this.place = place;
  }

  static List<PlannedChart> ofPython(QuestionAnalysis question) {
    return new MemoryCharts(question, OperationMemory.PYTHON, "Python").charts("python");
  }

  static List<PlannedChart> ofJvm(QuestionAnalysis question) {
    return new MemoryCharts(question, OperationMemory.JVM, "the JVM").charts("jvm");
  }

  private List<PlannedChart> charts(String slug) {
    List<Arm> arms =
        question.arms().stream().filter(arm -> bytes(arm, key) > 0 && hasRows(arm)).toList();
    if (arms.isEmpty()) {
      return List.of();
    }
    return question.variedAxes().contains(Axis.ROWS) ? lines(slug, arms) : bars(slug, arms);
  }

  private List<PlannedChart> lines(String slug, List<Arm> arms) {
    List<Axis> others = question.variedAxes().stream().filter(axis -> axis != Axis.ROWS).toList();
    Map<String, List<Arm>> byLabel = new LinkedHashMap<>();
    for (Arm arm : arms) {
      byLabel
          .computeIfAbsent(AxisText.label(arm.scenario(), others), label -> new ArrayList<>())
          .add(arm);
    }
    List<LineChartData.Series> series = new ArrayList<>();
    byLabel.entrySet().stream()
        .limit(MOST_LINES - 1)
        .forEach(
            line ->
                series.add(
                    new LineChartData.Series(
                        line.getKey().isEmpty() ? "operation" : line.getKey(),
                        SeriesStyles.of(question, line.getValue().get(0).scenario()),
                        false,
                        points(line.getValue(), key))));
    List<Arm> longest =
        byLabel.values().stream()
            .max((one, other) -> Integer.compare(one.size(), other.size()))
            .orElseThrow();
    series.add(
        new LineChartData.Series(
            DATA_LABEL,
            SeriesStyle.of(DATA_LABEL, DATA_STYLE),
            false,
            points(longest, OperationMemory.DATA)));
    if (series.stream().noneMatch(line -> line.points().size() > 1)) {
      return List.of();
    }
    LineChartData data =
        new LineChartData(
            text("Lines over logarithmic axes, one for each series and one for the data."),
            new LineChartData.Axis(AxisText.title(Axis.ROWS), Unit.ROWS, Scale.LOG),
            new LineChartData.Axis("Peak memory in " + place, Unit.BYTES, Scale.LOG_BINARY),
            series,
            List.of());
    return List.of(new PlannedChart("memory-" + slug, data, ReadingGuide.MEMORY));
  }

  private static List<LineChartData.Point> points(List<Arm> arms, String key) {
    List<LineChartData.Point> points = new ArrayList<>();
    for (Arm arm : arms) {
      Figure figure = arm.figures().memoryBytes().get(key);
      if (figure != null && figure.low() > 0 && arm.scenario().rows() > 0) {
        points.add(
            new LineChartData.Point(
                arm.scenario().rows(), figure.median(), figure.low(), figure.high()));
      }
    }
    points.sort((one, other) -> Double.compare(one.x(), other.x()));
    return points;
  }

  private List<PlannedChart> bars(String slug, List<Arm> arms) {
    List<BarChartData.Bar> bars = new ArrayList<>();
    for (Arm arm : arms) {
      Figure figure = arm.figures().memoryBytes().get(key);
      if (figure != null) {
        String label = AxisText.label(arm.scenario(), question.variedAxes());
        bars.add(
            new BarChartData.Bar(
                label.isEmpty() ? arm.scenario().path().word() : label,
                SeriesStyles.of(question, arm.scenario()),
                figure.median(),
                figure.low(),
                figure.high()));
      }
    }
    BarChartData data =
        new BarChartData(
            text("Horizontal bars from zero, one for each arm."),
            "Peak memory in " + place,
            Unit.BYTES,
            List.of(new BarChartData.Group("", bars)));
    return List.of(new PlannedChart("memory-" + slug, data, ReadingGuide.MEMORY));
  }

  private ChartText text(String description) {
    return new ChartText(
        QuestionText.sentence(question, FindingKind.MEMORY)
            .orElse("What an operation needs at its peak in " + place),
        "Peak memory in "
            + place
            + " beyond what the process held before, the greatest of each fork, "
            + QuestionText.estimate(question),
        description);
  }

  private static boolean hasRows(Arm arm) {
    return arm.scenario().word(Axis.ROWS) != null;
  }

  private static double bytes(Arm arm, String key) {
    Figure figure = arm.figures().memoryBytes().get(key);
    return figure == null ? 0 : figure.median();
  }
}
