package bridgebench.reports.page;

import bridgebench.reports.chart.Unit;
import bridgebench.reports.compare.CandidateComparison;
import bridgebench.reports.compare.ScenarioComparison;
import bridgebench.reports.findings.VerdictRule;
import bridgebench.reports.page.TableView.Cell;
import bridgebench.reports.page.TableView.Column;
import bridgebench.scenarios.run.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every common scenario of a baseline and a candidate. */
final class CompareTable {

  private static final int FIGURES = 3;

  private CompareTable() {}

  static TableView of(CandidateComparison candidate) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ScenarioComparison scenario : candidate.scenarios()) {
      Figure ratio = scenario.speedRatio();
      int forks = Math.min(scenario.baselineForks(), scenario.candidateForks());
      rows.add(
          List.of(
              Cell.toned(scenario.scenarioId(), "id"),
              value(scenario.baseline(), scenario.unit()),
              value(scenario.candidate(), scenario.unit()),
              ArmTables.figure(ratio, Unit.RATIO),
              ArmTables.interval(ratio, Unit.RATIO, forks),
              ComparisonTable.verdict(
                  scenario.verdict(), scenario.provisional(), scenario.refusal()),
              ArmTables.number(scenario.smallestVisiblePercent() / 100, Unit.PERCENT),
              ComparisonTable.probability(scenario.familyPValue()),
              ComparisonTable.probability(
                  forks < VerdictRule.FORKS_FOR_ANY ? Double.NaN : scenario.mannWhitneyPValue()),
              Cell.number(
                  scenario.baselineForks() + " and " + scenario.candidateForks(),
                  scenario.baselineForks())));
    }
    return new TableView(
        "Scenarios of " + candidate.candidate(),
        List.of(
            new Column("Scenario", false),
            new Column("Baseline", true),
            new Column("Candidate", true),
            new Column("Speed", true),
            new Column("95 % interval", true),
            new Column("Verdict", false),
            new Column("Smallest visible", true),
            new Column("p, Holm", true),
            new Column("p, Mann–Whitney", true),
            new Column("Forks", true)),
        rows,
        true);
  }

  /** Known units get their prefixes; any other is written as the input has it. */
  private static Cell value(@Nullable Figure figure, String unit) {
    if (figure == null) {
      return Cell.number("–", Double.NaN);
    }
    double median = figure.median();
    return switch (unit) {
      case "rows/s" -> ArmTables.number(median, Unit.ROWS_PER_SECOND);
      case "B/s" -> ArmTables.number(median, Unit.BYTES_PER_SECOND);
      case "ns", "ns/op" -> ArmTables.number(median, Unit.NANOS);
      default ->
          Cell.number(
              new BigDecimal(median).round(new MathContext(FIGURES)).toPlainString() + " " + unit,
              median);
    };
  }
}
