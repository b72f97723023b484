package bridgebench.reports.page;

import bridgebench.reports.chart.Unit;
import bridgebench.reports.findings.ComparisonResult;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.reports.findings.Verdict;
import bridgebench.reports.findings.VerdictRule;
import bridgebench.reports.page.TableView.Cell;
import bridgebench.reports.page.TableView.Column;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every comparison of a question with its interval, its verdict and what could have been seen. */
final class ComparisonTable {

  private ComparisonTable() {}

  static TableView of(QuestionAnalysis question) {
    Map<String, Scenario> byId = new HashMap<>();
    question.arms().forEach(arm -> byId.put(arm.id(), arm.scenario()));
    List<Column> columns =
        List.of(
            new Column("Arm", false),
            new Column("against", false),
            new Column("Speed ratio", true),
            new Column("95 % interval", true),
            new Column("Verdict", false),
            new Column("Smallest visible", true),
            new Column("p, Holm", true),
            new Column("p, Mann–Whitney", true));
    List<List<Cell>> rows = new ArrayList<>();
    for (ComparisonResult comparison : question.comparisons()) {
      Figure ratio = comparison.speedRatio();
      int forks = Math.min(comparison.baselineForks(), comparison.candidateForks());
      rows.add(
          List.of(
              Cell.text(label(question, byId, comparison.candidateId())),
              Cell.text(baseline(question, byId, comparison)),
              ArmTables.figure(ratio, Unit.RATIO),
              ArmTables.interval(ratio, Unit.RATIO, forks),
              verdict(comparison.verdict(), comparison.provisional(), comparison.refusal()),
              ArmTables.number(comparison.smallestVisiblePercent() / 100, Unit.PERCENT),
              probability(comparison.familyPValue()),
              probability(
                  forks < VerdictRule.FORKS_FOR_ANY
                      ? Double.NaN
                      : comparison.mannWhitneyPValue())));
    }
    return new TableView("Comparisons of " + question.ask(), columns, rows, true);
  }

  /** The word, whether more forks may change it, and why there is none. */
  static Cell verdict(Verdict verdict, boolean isProvisional, @Nullable String refusal) {
    boolean isConclusion = verdict != Verdict.TOO_FEW_FORKS && verdict != Verdict.NOT_COMPARED;
    return Cell.toned(
        verdict.words()
            + (isProvisional && isConclusion ? " (provisional)" : "")
            + (refusal == null ? "" : ": " + refusal),
        tone(verdict));
  }

  private static String tone(Verdict verdict) {
    return switch (verdict) {
      case FASTER -> "good";
      case SLOWER -> "bad";
      default -> "muted";
    };
  }

  static Cell probability(double p) {
    if (Double.isNaN(p)) {
      return Cell.number("–", p);
    }
    String text =
        p < 0.001
            ? "< 0.001"
            : new BigDecimal(p).round(new MathContext(2)).stripTrailingZeros().toPlainString();
    return Cell.number(text, p);
  }

  /** The baseline's value on the compared axis, and on those that the other arm lacks. */
  private static String baseline(
      QuestionAnalysis question, Map<String, Scenario> byId, ComparisonResult comparison) {
    Scenario scenario = byId.get(comparison.baselineId());
    Scenario candidate = byId.get(comparison.candidateId());
    List<Axis> told =
        question.variedAxes().stream()
            .filter(
                axis ->
                    axis == comparison.axis()
                        || (candidate != null && candidate.word(axis) == null))
            .toList();
    String label = scenario == null ? "" : AxisText.label(scenario, told);
    return label.isEmpty() ? comparison.baselineId() : label;
  }

  private static String label(
      QuestionAnalysis question, Map<String, Scenario> byId, String scenarioId) {
    Scenario scenario = byId.get(scenarioId);
    String label = scenario == null ? "" : AxisText.label(scenario, question.variedAxes());
    return label.isEmpty() ? scenarioId : label;
  }
}
