package bridgebench.reports.compare;

import bridgebench.reports.findings.Verdict;
import bridgebench.scenarios.run.Figure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  /** What is slower by so much of the baseline's speed stands still. */
  private static final double ALL_SPEED_PERCENT = 100;

  /**
   * Reads a condition.
   *
   * @throws IllegalArgumentException naming the text and the forms expected, or why nothing could
   *     ever meet it
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
    Verdict verdict = matcher.group(1).equals("slower") ? Verdict.SLOWER : Verdict.FASTER;
    double percent = matcher.group(2) == null ? 0 : Double.parseDouble(matcher.group(2));
    if (verdict == Verdict.SLOWER && percent >= ALL_SPEED_PERCENT) {
      throw new IllegalArgumentException(
          "nothing can meet '"
              + text
              + "': percents are of the baseline's speed, so that twice the time is slower>50%;"
              + " expected less than 100%");
    }
    return new FailOn(verdict, percent);
  }

  /** One sentence for each scenario that meets the condition, over all candidates. */
  public List<String> met(RunComparison comparison) {
    return comparison.candidates().stream().flatMap(this::met).toList();
  }

  /** One sentence for each scenario that this cannot judge, because it was not compared. */
  public List<String> unjudged(RunComparison comparison) {
    return comparison.candidates().stream().flatMap(this::unjudged).toList();
  }

  private Stream<String> unjudged(CandidateComparison candidate) {
    Stream<String> absent =
        verdict == Verdict.NOT_COMPARED
            ? Stream.of()
            : withoutResult(candidate).map(sentence -> sentence + " (--fail-on failed)");
    Stream<String> present =
        candidate.scenarios().stream()
            .filter(scenario -> !candidate.lost().contains(scenario.scenarioId()))
            .flatMap(scenario -> whyNotJudged(scenario).stream());
    return Stream.concat(absent, present);
  }

  private Optional<String> whyNotJudged(ScenarioComparison scenario) {
    if (scenario.verdict() == Verdict.NOT_COMPARED) {
      return Optional.of(scenario.scenarioId() + ": " + scenario.refusal());
    }
    return scenario.verdict() == Verdict.TOO_FEW_FORKS && verdict != Verdict.NOT_COMPARED
        ? Optional.of(scenario.scenarioId() + ": at least 2 forks each are needed")
        : Optional.empty();
  }

  private static Stream<String> withoutResult(CandidateComparison candidate) {
    return candidate.lost().stream().map(id -> id + " has no result in " + candidate.candidate());
  }

  private Stream<String> met(CandidateComparison candidate) {
    return verdict == Verdict.NOT_COMPARED
        ? withoutResult(candidate)
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
