package bridgebench.reports.compare;

import bridgebench.scenarios.run.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A comparison as Markdown, for a pull request. */
public final class MarkdownComparison {

  private MarkdownComparison() {}

  public static String of(RunComparison comparison) {
    StringBuilder text = new StringBuilder("## Benchmark comparison\n\n");
    environment(text, comparison);
    for (CandidateComparison candidate : comparison.candidates()) {
      text.append(escaped(candidate.sentence())).append("\n\n");
      table(text, candidate);
      only(text, "Only in the baseline", candidate.onlyInBaseline());
      only(text, "Only in " + candidate.candidate(), candidate.onlyInCandidate());
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "Ratios are of speeds: above 1 the candidate is faster. Intervals are 95 %%, over"
                    + " forks; p is corrected over each table (Holm). A difference below %.4g %%"
                    + " does not count. ",
                comparison.thresholdPercent()))
        .append(RunComparison.SCOPE)
        .append('\n')
        .toString();
  }

  private static void environment(StringBuilder text, RunComparison comparison) {
    if (comparison.machine() != MachineAgreement.SAME) {
      text.append("**Attention: ")
          .append(
              comparison.machine() == MachineAgreement.DIFFERENT
                  ? "these runs were measured on different machines."
                  : comparison.machine().words() + ".")
          .append("**\n\n");
    }
    for (String reason : comparison.reservations()) {
      text.append("**Attention: ").append(escaped(reason)).append(".**\n\n");
    }
    if (comparison.environmentDifferences().isEmpty()) {
      return;
    }
    text.append("| environment |");
    comparison.runs().forEach(run -> text.append(' ').append(escaped(run.label())).append(" |"));
    text.append("\n| --- |").append(" --- |".repeat(comparison.runs().size())).append('\n');
    for (EnvironmentDifference difference : comparison.environmentDifferences()) {
      text.append("| ").append(escaped(difference.fact())).append(" |");
      for (@Nullable String value : difference.values()) {
        text.append(' ').append(value == null ? "not stated" : escaped(value)).append(" |");
      }
      text.append('\n');
    }
    text.append('\n');
  }

  private static void table(StringBuilder text, CandidateComparison candidate) {
    if (candidate.scenarios().isEmpty()) {
      return;
    }
    text.append("| scenario | baseline | candidate | ratio | p | forks | verdict |\n")
        .append("| --- | --- | --- | --- | --- | --- | --- |\n");
    for (ScenarioComparison scenario : candidate.scenarios()) {
      text.append("| ")
          .append(escaped(scenario.scenarioId()))
          .append(" | ")
          .append(value(scenario.baseline(), scenario.unit()))
          .append(" | ")
          .append(value(scenario.candidate(), scenario.unit()))
          .append(" | ")
          .append(ratio(scenario))
          .append(" | ")
          .append(p(scenario.familyPValue()))
          .append(" | ")
          .append(scenario.baselineForks())
          .append(" : ")
          .append(scenario.candidateForks())
          .append(" | ")
          .append(verdict(scenario))
          .append(" |\n");
    }
    text.append('\n');
  }

  private static String verdict(ScenarioComparison scenario) {
    String refusal = scenario.refusal();
    if (refusal != null) {
      return escaped(scenario.verdict().words() + ": " + refusal);
    }
    String words =
        scenario.verdict().differs()
            ? "**" + scenario.verdict().words() + "**"
            : scenario.verdict().words();
    return words + (scenario.provisional() ? " (provisional)" : "");
  }

  private static void only(StringBuilder text, String where, List<String> ids) {
    if (!ids.isEmpty()) {
      text.append(escaped(where))
          .append(": ")
          .append(ids.stream().map(MarkdownComparison::escaped).collect(Collectors.joining(", ")))
          .append(".\n\n");
    }
  }

  private static String value(@Nullable Figure figure, String unit) {
    return figure == null ? "" : digits(figure.median()) + " " + escaped(unit);
  }

  /** Four significant digits without an exponent: "17,990", "0.01235". */
  private static String digits(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
    return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
  }

  private static String ratio(ScenarioComparison scenario) {
    Figure figure = scenario.speedRatio();
    if (figure == null) {
      return "";
    }
    String ratio = String.format(Locale.ROOT, "%.3f", figure.median());
    return scenario.hasInterval()
        ? ratio + String.format(Locale.ROOT, " (%.3f to %.3f)", figure.low(), figure.high())
        : ratio;
  }

  private static String p(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return value < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", value);
  }

  /** A cell's text: user words must not end the cell, the line or become markup. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("*", "\\*")
        .replace("_", "\\_")
        .replace("`", "\\`")
        .replace("<", "&lt;")
        .replaceAll("\\R", " ");
  }
}
