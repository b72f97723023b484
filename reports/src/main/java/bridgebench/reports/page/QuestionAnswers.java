package bridgebench.reports.page;

import bridgebench.reports.findings.Finding;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.reports.findings.VerdictRule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sentence that answers a question, wherever a run is told about. */
public final class QuestionAnswers {

  private QuestionAnswers() {}

  /** The most telling sentence; empty when nothing was measured. */
  public static Optional<String> of(QuestionAnalysis question) {
    return QuestionText.lead(question).map(Finding::sentence);
  }

  /** The questions that conclude something first, else in the suite's order. */
  public static List<QuestionAnalysis> conclusiveFirst(List<QuestionAnalysis> questions) {
    return questions.stream()
        .sorted(Comparator.comparing(QuestionAnswers::restsOnSingleForks))
        .toList();
  }

  private static boolean restsOnSingleForks(QuestionAnalysis question) {
    return question.arms().stream().allMatch(arm -> arm.forks().size() < VerdictRule.FORKS_FOR_ANY);
  }
}
