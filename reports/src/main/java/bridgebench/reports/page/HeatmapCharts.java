package bridgebench.reports.page;

import bridgebench.reports.chart.ChartText;
import bridgebench.reports.chart.HeatmapData;
import bridgebench.reports.chart.Unit;
import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.ComparisonResult;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Speed against the baseline over two further axes, a grid for each compared value. */
final class HeatmapCharts {

  private static final int MOST_GRIDS = 3;
  private static final int FEWEST_CELLS = 6;
  private static final int MOST_COLUMNS = 12;
  private static final int MOST_ROWS = 20;

  private HeatmapCharts() {}

  static List<PlannedChart> of(QuestionAnalysis question) {
    Axis compared = question.comparedAxis();
    List<Axis> others = question.variedAxes().stream().filter(axis -> axis != compared).toList();
    if (compared == null || others.size() != 2) {
      return List.of();
    }
    Axis columnAxis = SweepPlan.of(question).map(SweepPlan::along).orElse(others.get(1));
    Axis rowAxis = others.get(0) == columnAxis ? others.get(1) : others.get(0);
    List<String> columns = words(question, columnAxis);
    List<String> rows = words(question, rowAxis);
    boolean isGrid =
        columns.size() > 1
            && rows.size() > 1
            && columns.size() <= MOST_COLUMNS
            && rows.size() <= MOST_ROWS
            && columns.size() * rows.size() >= FEWEST_CELLS;
    return isGrid ? grids(question, compared, rowAxis, rows, columnAxis, columns) : List.of();
  }

  private static List<PlannedChart> grids(
      QuestionAnalysis question,
      Axis compared,
      Axis rowAxis,
      List<String> rows,
      Axis columnAxis,
      List<String> columns) {
    Map<String, Scenario> byId = new HashMap<>();
    for (Arm arm : question.arms()) {
      byId.put(arm.id(), arm.scenario());
    }
    Map<List<String>, HeatmapData.Cell> cells = new HashMap<>();
    for (ComparisonResult comparison : question.comparisons()) {
      Scenario candidate = byId.get(comparison.candidateId());
      if (candidate != null && comparison.speedRatio() != null) {
        cells.put(
            key(candidate, compared, rowAxis, columnAxis),
            new HeatmapData.Cell(comparison.speedRatio().median(), comparison.verdict().differs()));
      }
    }
    List<PlannedChart> charts = new ArrayList<>();
    List<String> candidates =
        words(question, compared).stream()
            .filter(word -> !word.equals(question.baseline()))
            .toList();
    String cut =
        candidates.size() > MOST_GRIDS
            ? "; the first " + MOST_GRIDS + " of " + candidates.size() + " such grids"
            : "";
    for (String value : candidates) {
      if (charts.size() < MOST_GRIDS) {
        List<HeatmapData.Row> grid = new ArrayList<>();
        for (String row : rows) {
          List<HeatmapData.Cell> line = new ArrayList<>();
          for (String column : columns) {
            line.add(
                cells.getOrDefault(
                    List.of(value, row, column), new HeatmapData.Cell(Double.NaN, false)));
          }
          grid.add(new HeatmapData.Row(AxisText.value(rowAxis, row), line));
        }
        charts.add(chart(question, value, columnAxis, columns, grid, charts.size(), cut));
      }
    }
    return charts;
  }

  private static PlannedChart chart(
      QuestionAnalysis question,
      String value,
      Axis columnAxis,
      List<String> columns,
      List<HeatmapData.Row> grid,
      int place,
      String cut) {
    double least = ratios(grid).min(Comparator.naturalOrder()).orElse(Double.NaN);
    double most = ratios(grid).max(Comparator.naturalOrder()).orElse(Double.NaN);
    String range =
        Double.isNaN(least)
            ? ""
            : ": "
                + Unit.RATIO.format(least)
                + " to "
                + Unit.RATIO.format(most)
                + " the speed of "
                + question.baseline();
    ChartText text =
        new ChartText(
            value + range,
            "Speed of " + value + " as a multiple of " + question.baseline() + cut,
            "A grid of ratios by row and column.");
    List<String> columnTexts =
        columns.stream().map(word -> AxisText.shortValue(columnAxis, word)).toList();
    return new PlannedChart(
        "grid" + place,
        new HeatmapData(text, AxisText.title(columnAxis), columnTexts, grid),
        ReadingGuide.HEATMAP,
        place == 0 ? ChartRank.ASKED : ChartRank.DETAIL);
  }

  private static Stream<Double> ratios(List<HeatmapData.Row> grid) {
    return grid.stream()
        .flatMap(row -> row.cells().stream())
        .map(HeatmapData.Cell::ratio)
        .filter(ratio -> !Double.isNaN(ratio));
  }

  private static List<String> key(Scenario scenario, Axis compared, Axis rowAxis, Axis columnAxis) {
    return List.of(
        String.valueOf(scenario.word(compared)),
        String.valueOf(scenario.word(rowAxis)),
        String.valueOf(scenario.word(columnAxis)));
  }

  private static List<String> words(QuestionAnalysis question, Axis axis) {
    Set<String> words = new LinkedHashSet<>();
    question.arms().stream()
        .map(arm -> arm.scenario().word(axis))
        .filter(word -> word != null)
        .forEach(words::add);
    return List.copyOf(words);
  }
}
