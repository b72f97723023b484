package bridgebench.reports.page;

import bridgebench.reports.findings.Finding;
import bridgebench.reports.findings.FindingKind;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.reports.findings.VerdictRule;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Mode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Words that several charts of a question share. */
final class QuestionText {

  private static final int RANK_OF_FLOORS = 3;
  private static final int RANK_OF_FAILURES = 4;

  /** The evidence that a finding of a crossover has only where lines do cross. */
  private static final String CROSSING_PLACE = "at";

  private QuestionText() {}

  /**
   * The question's answer in one sentence: where lines cross for a sweep, the widest difference for
   * other comparisons, those with the JVM alone last, and what was measured before what went wrong.
   */
  static Optional<Finding> lead(QuestionAnalysis question) {
    return first(question, question.findings());
  }

  /** The answer as far as it is about these arms alone. */
  static Optional<Finding> lead(QuestionAnalysis question, Set<String> scenarioIds) {
    return first(
        question,
        question.findings().stream()
            .filter(finding -> !finding.scenarioIds().isEmpty())
            .filter(finding -> scenarioIds.containsAll(finding.scenarioIds()))
            .filter(finding -> rank(question, finding, true) < RANK_OF_FAILURES)
            .toList());
  }

  private static Optional<Finding> first(QuestionAnalysis question, List<Finding> findings) {
    boolean isSweep = SweepPlan.of(question).isPresent();
    return findings.stream()
        .min(
            Comparator.comparingInt((Finding finding) -> rank(question, finding, isSweep))
                .thenComparingDouble(finding -> -distanceFromOne(finding)));
  }

  /** The question's first sentence of one of these kinds, tried in their order. */
  static Optional<String> sentence(QuestionAnalysis question, FindingKind... kinds) {
    return Arrays.stream(kinds)
        .flatMap(
            kind ->
                question.findings().stream()
                    .filter(finding -> finding.kind() == kind)
                    .limit(1)
                    .map(Finding::sentence))
        .findFirst();
  }

  private static int rank(QuestionAnalysis question, Finding finding, boolean isSweep) {
    return switch (finding.kind()) {
      case STALL -> finding.evidence().containsKey("ratio") ? 0 : RANK_OF_FAILURES;
      case CROSSOVER -> isSweep && finding.evidence().containsKey(CROSSING_PLACE) ? 0 : 2;
      case COMPARISON -> rankOfComparison(question, finding);
      case LATENCY -> 1;
      case BEST_ARM -> isSweep ? 1 : 2;
      case FAILURE -> RANK_OF_FAILURES;
      default -> RANK_OF_FAILURES + 2;
    };
  }

  private static int rankOfComparison(QuestionAnalysis question, Finding finding) {
    if (isOfOneFork(finding)) {
      return RANK_OF_FAILURES + 1;
    }
    if (isWithFloor(question, finding)) {
      return RANK_OF_FLOORS;
    }
    return isDecided(finding) ? 1 : 2;
  }

  /** The JVM alone crosses nothing: the floor of the other modes, whose distance is no answer. */
  private static boolean isWithFloor(QuestionAnalysis question, Finding finding) {
    return question.comparedAxis() == Axis.MODE
        && question.arms().stream()
            .filter(arm -> finding.scenarioIds().contains(arm.id()))
            .anyMatch(arm -> Mode.JVM.word().equals(arm.scenario().word(Axis.MODE)));
  }

  /** One fork concludes nothing, and that is no answer to lead with. */
  private static boolean isOfOneFork(Finding finding) {
    return finding.evidence().getOrDefault("forks", Double.POSITIVE_INFINITY)
        < VerdictRule.FORKS_FOR_ANY;
  }

  /** Whether the verdict is a difference, or those of several have one among them. */
  private static boolean isDecided(Finding finding) {
    return finding.evidence().getOrDefault("decided", 0.0) > 0
        || finding.evidence().containsKey("greatest");
  }

  /** How far the finding's ratio, or the furthest of several, is from one. */
  private static double distanceFromOne(Finding finding) {
    return Stream.of("ratio", "least", "greatest")
        .map(name -> finding.evidence().getOrDefault(name, 1.0))
        .filter(ratio -> ratio > 0)
        .mapToDouble(ratio -> Math.abs(Math.log(ratio)))
        .max()
        .orElse(0);
  }

  /** For example "median and 95 % interval over 5 forks"; one fork has no interval. */
  static String estimate(QuestionAnalysis question) {
    return estimate(question, VerdictRule.FORKS_FOR_ANY);
  }

  /**
   * The same where an interval is shown of so many forks only.
   *
   * @param leastForks 2 or more
   */
  static String estimate(QuestionAnalysis question, int leastForks) {
    IntSummaryStatistics forks =
        question.arms().stream()
            .mapToInt(arm -> arm.forks().size())
            .filter(count -> count > 0)
            .summaryStatistics();
    if (forks.getCount() == 0) {
      return "nothing measured";
    }
    if (forks.getMax() == 1) {
      return "median of 1 fork";
    }
    String range =
        forks.getMin() == forks.getMax()
            ? Integer.toString(forks.getMin())
            : forks.getMin() + " to " + forks.getMax();
    if (forks.getMax() < leastForks) {
      return "median over " + range + " forks";
    }
    if (forks.getMin() < leastForks) {
      return "median over "
          + range
          + " forks, with a 95 % interval where there are at least "
          + leastForks;
    }
    return "median and 95 % interval over " + range + " forks";
  }
}
