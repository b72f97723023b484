package bridgebench.reports.page;

import bridgebench.reports.chart.ChartText;
import bridgebench.reports.chart.RatioChartData;
import bridgebench.reports.compare.CandidateComparison;
import bridgebench.reports.compare.ScenarioComparison;
import bridgebench.scenarios.run.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The ratios of a candidate's scenarios, those that differ most first. */
final class RatioCharts {

  private static final int MOST_ROWS = 30;

  private RatioCharts() {}

  /**
   * At most one chart.
   *
   * @param threshold the practical threshold as a fraction
   */
  static List<PlannedChart> of(CandidateComparison candidate, double threshold) {
    List<RatioChartData.Row> rows = new ArrayList<>();
    List<ScenarioComparison> shown = new ArrayList<>();
    candidate.scenarios().stream()
        .filter(scenario -> scenario.speedRatio() != null)
        .sorted(Comparator.comparingDouble(RatioCharts::order))
        .limit(MOST_ROWS)
        .forEach(shown::add);
    List<String> labels =
        ScenarioNames.distinct(shown.stream().map(ScenarioComparison::scenarioId).toList());
    for (int i = 0; i < shown.size(); i++) {
      rows.add(row(labels.get(i), shown.get(i)));
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    int all = candidate.scenarios().size();
    String subtitle =
        "Speed of the candidate as a multiple of the baseline’s, with 95 % intervals"
            + (rows.size() < all
                ? "; the " + rows.size() + " of " + all + " scenarios that differ most"
                : "");
    return List.of(
        new PlannedChart(
            "ratios",
            new RatioChartData(
                new ChartText(
                    candidate.sentence(), subtitle, "A dot and an interval for each scenario."),
                "Speed against the baseline",
                threshold,
                rows),
            ReadingGuide.RATIOS,
            ChartRank.ANSWER));
  }

  private static RatioChartData.Row row(String label, ScenarioComparison scenario) {
    Figure ratio = Objects.requireNonNull(scenario.speedRatio());
    return new RatioChartData.Row(
        label,
        ratio.median(),
        ratio.low(),
        ratio.high(),
        scenario.verdict().words(),
        scenario.verdict().differs());
  }

  /** Verdicts that differ first, then the greater distance from one. */
  private static double order(ScenarioComparison scenario) {
    Figure ratio = scenario.speedRatio();
    double distance = ratio == null ? 0 : Math.abs(Math.log(ratio.median()));
    return (scenario.verdict().differs() ? -1e6 : 0) - distance;
  }
}
