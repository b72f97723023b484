package bridgebench.reports.compare;

import bridgebench.reports.findings.Verdict;
import bridgebench.scenarios.run.Figure;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A condition under which a comparison counts as failed: {@code slower>5%}, {@code faster>10%}, or
 * the word alone; {@code failed} when a scenario of the baseline has no result any more.
 *
 * @param verdict {@link Verdict#SLOWER} or {@link Verdict#FASTER}; {@link Verdict#NOT_COMPARED} for
 *     {@code failed}
 * @param morePercent only differences of speed greater than this count, in percent
 */
public record FailOn(Verdict verdict, double morePercent) {

  private static final Pattern FORM =
      Pattern.compile("\\s*(slower|faster)\\s*(?:>\\s*([0-9]+(?:\\.[0-9]+)?)\\s*%\\s*)?");

  private static final String FAILED = "failed";

  /**
   * Reads a condition.
   *
   * @throws IllegalArgumentException naming the text and the forms expected
   */
  public static FailOn parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.strip().equals(FAILED)) {
      return new FailOn(Verdict.NOT_COMPARED, 0);
    }
    Matcher matcher = FORM.matcher(lower);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected a condition such as slower>5%, faster>10%, slower or failed, got '"
              + text
              + "'");
    }
    String percent = matcher.group(2);
    return new FailOn(
        matcher.group(1).equals("slower") ? Verdict.SLOWER : Verdict.FASTER,
        percent == null ? 0 : Double.parseDouble(percent));
  }

  /** One sentence for each scenario that meets the condition, over all candidates. */
  public List<String> met(RunComparison comparison) {
    return comparison.candidates().stream().flatMap(this::met).toList();
  }

  private Stream<String> met(CandidateComparison candidate) {
    return verdict == Verdict.NOT_COMPARED
        ? candidate.lost().stream().map(id -> id + " has no result in " + candidate.candidate())
        : candidate.scenarios().stream()
            .filter(this::met)
            .map(scenario -> scenario.scenarioId() + " is " + scenario.verdict().words());
  }

  private boolean met(ScenarioComparison scenario) {
    Figure ratio = scenario.speedRatio();
    return ratio != null
        && scenario.verdict() == verdict
        && 100 * Math.abs(ratio.median() - 1) > morePercent;
  }
}
