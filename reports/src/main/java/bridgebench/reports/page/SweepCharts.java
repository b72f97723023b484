package bridgebench.reports.page;

import bridgebench.reports.chart.ChartText;
import bridgebench.reports.chart.LineChartData;
import bridgebench.reports.chart.Scale;
import bridgebench.reports.chart.SeriesStyle;
import bridgebench.reports.chart.Unit;
import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.Crossover;
import bridgebench.reports.findings.Finding;
import bridgebench.reports.findings.Metric;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.reports.findings.SweepStep;
import bridgebench.reports.stall.Step;
import bridgebench.scenarios.run.Figure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lines of a metric along an axis of numbers, both logarithmic, with crossovers marked. */
final class SweepCharts {

  private final QuestionAnalysis question;
  private final SweepPlan plan;
  private final Metric metric;
  private final boolean isAnswer;

  private SweepCharts(QuestionAnalysis question, SweepPlan plan, Metric metric, boolean isAnswer) {
    this.question = question;
    this.plan = plan;
    this.metric = metric;
    this.isAnswer = isAnswer;
  }

  /** The question's own metric. */
  static List<PlannedChart> of(QuestionAnalysis question) {
    return answer(question, question.metric());
  }

  /** The time of the question's operations, which rows a second only draw again. */
  static List<PlannedChart> time(QuestionAnalysis question) {
    return answer(question, Metric.TASK_NANOS);
  }

  private static List<PlannedChart> answer(QuestionAnalysis question, Metric metric) {
    return SweepPlan.of(question)
        .map(plan -> new SweepCharts(question, plan, metric, true).charts("sweep"))
        .orElse(List.of());
  }

  /** Bytes per second of a question about messages. */
  static List<PlannedChart> bandwidth(QuestionAnalysis question) {
    Metric other =
        question.metric() == Metric.TASK_NANOS ? Metric.SENT_BYTES_PER_SECOND : Metric.TASK_NANOS;
    return SweepPlan.of(question)
        .map(plan -> new SweepCharts(question, plan, other, false).charts("bandwidth"))
        .orElse(List.of());
  }

  private List<PlannedChart> charts(String slug) {
    List<PlannedChart> charts = new ArrayList<>();
    int panel = 0;
    for (Map.Entry<String, Map<String, List<Arm>>> entry : plan.panels(question).entrySet()) {
      List<LineChartData.Series> series = new ArrayList<>();
      Set<String> ids = new HashSet<>();
      for (Map.Entry<String, List<Arm>> line : entry.getValue().entrySet()) {
        series.add(series(line.getKey(), line.getValue()));
        line.getValue().forEach(arm -> ids.add(arm.id()));
      }
      if (series.stream().anyMatch(line -> !line.points().isEmpty())) {
        LineChartData data =
            new LineChartData(
                text(entry.getKey(), series.size(), ids),
                new LineChartData.Axis(
                    AxisText.title(plan.along()),
                    xUnit(),
                    xUnit() == Unit.BYTES ? Scale.LOG_BINARY : Scale.LOG),
                new LineChartData.Axis(
                    MetricText.title(metric, question.path()), MetricText.unit(metric), Scale.LOG),
                series,
                isAnswer ? marks(ids) : List.of());
        charts.add(
            new PlannedChart(
                panel == 0 ? slug : slug + panel, data, ReadingGuide.SWEEP, rank(panel)));
        panel++;
      }
    }
    return charts;
  }

  private ChartRank rank(int panel) {
    if (panel > 0) {
      return ChartRank.DETAIL;
    }
    return isAnswer ? ChartRank.ANSWER : ChartRank.ASKED;
  }

  private Unit xUnit() {
    return AxisText.unit(plan.along());
  }

  private LineChartData.Series series(String label, List<Arm> arms) {
    List<LineChartData.Point> points = new ArrayList<>();
    for (Arm arm : arms) {
      Figure figure = arm.figures().get(metric);
      double x = AxisText.number(arm.scenario().word(plan.along())).orElse(Double.NaN);
      if (figure != null && x > 0 && figure.low() > 0) {
        points.add(new LineChartData.Point(x, figure.median(), figure.low(), figure.high()));
      }
    }
    SeriesStyle style = SeriesStyles.on(question, arms.get(0).scenario(), plan.seriesAxes());
    String name = label.isEmpty() ? MetricText.title(metric, question.path()) : label;
    return new LineChartData.Series(name, style, false, points);
  }

  private ChartText text(String panel, int lines, Set<String> ids) {
    String along = AxisText.title(plan.along()).toLowerCase(Locale.ROOT);
    String metricTitle = MetricText.title(metric, question.path());
    String plain = metricTitle + " by " + along;
    String title;
    if (!isAnswer) {
      title = greatest().orElse(plain);
    } else if (panel.isEmpty()) {
      title = QuestionText.lead(question).map(Finding::sentence).orElse(question.ask());
    } else {
      title =
          QuestionText.lead(question, ids)
              .map(Finding::sentence)
              .orElse(panel + ": " + plain.toLowerCase(Locale.ROOT));
    }
    return new ChartText(
        title,
        metricTitle
            + " by "
            + along
            + (panel.isEmpty() ? "" : ", " + panel)
            + ", "
            + QuestionText.estimate(question),
        "Lines over logarithmic axes, one for each of "
            + lines
            + " series, with bands for the"
            + " 95 % intervals.");
  }

  /** Which arm reaches most: a description of the medians, not a comparison. */
  private Optional<String> greatest() {
    Arm best = null;
    double most = 0;
    for (Arm arm : question.arms()) {
      Figure figure = arm.figures().get(metric);
      if (figure != null && figure.median() > most) {
        most = figure.median();
        best = arm;
      }
    }
    if (best == null || !metric.moreIsFaster()) {
      return Optional.empty();
    }
    return Optional.of(
        "The highest median is "
            + MetricText.unit(metric).format(most)
            + ", by "
            + AxisText.label(best.scenario(), question.variedAxes()));
  }

  /** Between the two sizes, on the logarithmic axis. */
  private LineChartData.Mark mark(Step step) {
    double middle = Math.sqrt(step.from() * step.to());
    String label =
        (step.isRise() ? "step up, " : "step down, ")
            + Unit.RATIO.format(step.factor())
            + ", from "
            + xUnit().format(step.from())
            + " to "
            + xUnit().format(step.to());
    return new LineChartData.Mark(true, label, middle, step.from(), step.to());
  }

  private List<LineChartData.Mark> marks(Set<String> ids) {
    List<LineChartData.Mark> marks = new ArrayList<>();
    for (Crossover crossover : question.crossovers()) {
      Figure at = crossover.at();
      boolean isHere =
          crossover.along() == plan.along()
              && ids.containsAll(crossover.firstIds())
              && ids.containsAll(crossover.secondIds());
      if (at != null && isHere) {
        String label =
            crossover.second()
                + " overtakes "
                + crossover.first()
                + " at "
                + xUnit().format(at.median());
        marks.add(new LineChartData.Mark(true, label, at.median(), at.low(), at.high()));
      }
    }
    for (SweepStep step : question.steps()) {
      if (step.along() == plan.along() && ids.containsAll(step.scenarioIds())) {
        marks.add(mark(step.step()));
      }
    }
    return marks.stream().limit(4).toList();
  }
}
