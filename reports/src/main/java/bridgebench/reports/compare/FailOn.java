package bridgebench.reports.compare;

import bridgebench.reports.findings.Verdict;
import bridgebench.scenarios.run.Figure;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition under which a comparison counts as failed: {@code slower>5%}, {@code faster>10%}, or
 * the word alone.
 *
 * @param verdict {@link Verdict#SLOWER} or {@link Verdict#FASTER}
 * @param morePercent only differences of speed greater than this count, in percent
 */
public record FailOn(Verdict verdict, double morePercent) {

  private static final Pattern FORM =
      Pattern.compile("\\s*(slower|faster)\\s*(?:>\\s*([0-9]+(?:\\.[0-9]+)?)\\s*%\\s*)?");

  /**
   * Reads a condition.
   *
   * @throws IllegalArgumentException naming the text and the forms expected
   */
  public static FailOn parse(String text) {
    Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected a condition such as slower>5%, faster>10% or slower, got '" + text + "'");
    }
    String percent = matcher.group(2);
    return new FailOn(
        matcher.group(1).equals("slower") ? Verdict.SLOWER : Verdict.FASTER,
        percent == null ? 0 : Double.parseDouble(percent));
  }

  /** The scenarios that meet the condition, over all candidates. */
  public List<ScenarioComparison> met(RunComparison comparison) {
    return comparison.candidates().stream()
        .flatMap(candidate -> candidate.scenarios().stream())
        .filter(this::met)
        .toList();
  }

  private boolean met(ScenarioComparison scenario) {
    Figure ratio = scenario.speedRatio();
    return ratio != null
        && scenario.verdict() == verdict
        && 100 * Math.abs(ratio.median() - 1) > morePercent;
  }
}
