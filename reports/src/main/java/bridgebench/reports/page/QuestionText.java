package bridgebench.reports.page;

import bridgebench.reports.findings.Finding;
import bridgebench.reports.findings.FindingKind;
import bridgebench.reports.findings.QuestionAnalysis;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.Optional;

/** Words that several charts of a question share. */
final class QuestionText {

  private QuestionText() {}

  /**
   * The question's answer in one sentence: where lines cross for a sweep, the widest difference for
   * other comparisons, and what was measured before what went wrong.
   */
  static Optional<Finding> lead(QuestionAnalysis question) {
    boolean isSweep = SweepPlan.of(question).isPresent();
    return question.findings().stream()
        .min(
            Comparator.comparingInt((Finding finding) -> rank(finding.kind(), isSweep))
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

  private static int rank(FindingKind kind, boolean isSweep) {
    return switch (kind) {
      case CROSSOVER -> isSweep ? 0 : 2;
      case COMPARISON -> 1;
      case BEST_ARM -> isSweep ? 1 : 2;
      case FAILURE -> 3;
      default -> 4;
    };
  }

  private static double distanceFromOne(Finding finding) {
    double ratio = finding.evidence().getOrDefault("ratio", 1.0);
    return ratio > 0 ? Math.abs(Math.log(ratio)) : 0;
  }

  /** For example "median and 95 % interval over 5 forks". */
  static String estimate(QuestionAnalysis question) {
    IntSummaryStatistics forks =
        question.arms().stream()
            .mapToInt(arm -> arm.forks().size())
            .filter(count -> count > 0)
            .summaryStatistics();
    if (forks.getCount() == 0) {
      return "nothing measured";
    }
    String range =
        forks.getMin() == forks.getMax()
            ? Integer.toString(forks.getMin())
            : forks.getMin() + " to " + forks.getMax();
    return "median and 95 % interval over " + range + (range.equals("1") ? " fork" : " forks");
  }
}
