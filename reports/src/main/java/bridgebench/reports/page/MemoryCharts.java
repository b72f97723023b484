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

  /** Each is drawn twice, for Python and for the JVM. */
  private static final int MOST_SERIES = 4;

  /** More bars than this for a process are a table, not a picture. */
  private static final int MOST_BARS = 14;

  private static final List<Process> PROCESSES =
      List.of(
          new Process(OperationMemory.PYTHON, "Python"), new Process(OperationMemory.JVM, "JVM"));

  private static final String TITLE = "Peak memory";

  private final QuestionAnalysis question;
  private final List<Arm> arms;

  /** A process and the key of its memory. */
  private record Process(String key, String name) {}

  private MemoryCharts(QuestionAnalysis question) {
    this.question = question;
    this.arms =
        question.arms().stream()
            .filter(arm -> arm.scenario().word(Axis.ROWS) != null)
            .filter(arm -> PROCESSES.stream().anyMatch(process -> median(arm, process.key()) > 0))
            .toList();
  }

  /** At most one chart. */
  static List<PlannedChart> of(QuestionAnalysis question) {
    MemoryCharts charts = new MemoryCharts(question);
    if (charts.arms.isEmpty()) {
      return List.of();
    }
    return question.variedAxes().contains(Axis.ROWS) ? charts.lines() : charts.bars();
  }

  private List<PlannedChart> lines() {
    List<Axis> others = question.variedAxes().stream().filter(axis -> axis != Axis.ROWS).toList();
    Map<String, List<Arm>> byLabel = new LinkedHashMap<>();
    for (Arm arm : arms) {
      byLabel
          .computeIfAbsent(AxisText.label(arm.scenario(), others), label -> new ArrayList<>())
          .add(arm);
    }
    List<LineChartData.Series> series = new ArrayList<>();
    byLabel.entrySet().stream()
        .limit(MOST_SERIES)
        .forEach(line -> series.addAll(lines(line.getKey(), line.getValue(), others)));
    series.add(data(byLabel));
    if (series.stream().noneMatch(line -> line.points().size() > 1)) {
      return List.of();
    }
    LineChartData data =
        new LineChartData(
            text(
                MOST_SERIES,
                byLabel.size(),
                "series",
                "Lines over logarithmic axes, two for each series and one for the data."),
            new LineChartData.Axis(AxisText.title(Axis.ROWS), Unit.ROWS, Scale.LOG),
            new LineChartData.Axis(TITLE, Unit.BYTES, Scale.LOG_BINARY),
            series,
            List.of());
    return List.of(new PlannedChart("memory", data, ReadingGuide.MEMORY, ChartRank.ASKED));
  }

  /** One line for each process: one colour, told apart by dash and marker. */
  private List<LineChartData.Series> lines(String label, List<Arm> line, List<Axis> others) {
    List<LineChartData.Series> series = new ArrayList<>();
    for (int i = 0; i < PROCESSES.size(); i++) {
      Process process = PROCESSES.get(i);
      series.add(
          new LineChartData.Series(
              label.isEmpty() ? process.name() : label + ": " + process.name(),
              SeriesStyles.on(question, line.get(0).scenario(), others, i, PROCESSES.size()),
              false,
              points(line, process.key())));
    }
    return series;
  }

  private static LineChartData.Series data(Map<String, List<Arm>> byLabel) {
    List<Arm> longest =
        byLabel.values().stream()
            .max((one, other) -> Integer.compare(one.size(), other.size()))
            .orElseThrow();
    return new LineChartData.Series(
        "the data itself", SeriesStyle.REFERENCE, false, points(longest, OperationMemory.DATA));
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

  private List<PlannedChart> bars() {
    List<BarChartData.Group> groups = new ArrayList<>();
    for (Process process : PROCESSES) {
      List<BarChartData.Bar> bars =
          arms.stream()
              .filter(arm -> arm.figures().memoryBytes().containsKey(process.key()))
              .limit(MOST_BARS)
              .map(arm -> bar(arm, process.key()))
              .toList();
      if (!bars.isEmpty()) {
        groups.add(new BarChartData.Group(process.name(), bars));
      }
    }
    BarChartData data =
        new BarChartData(
            text(
                MOST_BARS,
                arms.size(),
                "arms",
                "Horizontal bars from zero, one for each arm and process."),
            TITLE,
            Unit.BYTES,
            groups);
    return List.of(new PlannedChart("memory", data, ReadingGuide.MEMORY, ChartRank.ASKED));
  }

  private BarChartData.Bar bar(Arm arm, String key) {
    Figure figure = arm.figures().memoryBytes().getOrDefault(key, new Figure(0, 0, 0));
    String label = AxisText.label(arm.scenario(), question.variedAxes());
    return new BarChartData.Bar(
        label.isEmpty() ? arm.scenario().path().word() : label,
        SeriesStyles.of(question, arm.scenario()),
        figure.median(),
        // Growth of one fork can be zero, and an interval around that reaches below it.
        Math.max(0, figure.low()),
        figure.high());
  }

  private ChartText text(int most, int all, String what, String description) {
    return new ChartText(
        QuestionText.sentence(question, FindingKind.MEMORY)
            .orElse("What an operation needs at its peak, in Python and in the JVM"),
        "Peak memory in Python and in the JVM beyond what the process held before, the greatest of"
            + " each fork, "
            + QuestionText.estimate(question)
            + (all > most ? "; the first " + most + " of " + all + " " + what : ""),
        description);
  }

  private static double median(Arm arm, String key) {
    Figure figure = arm.figures().memoryBytes().get(key);
    return figure == null ? 0 : figure.median();
  }
}
