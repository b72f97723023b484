package bridgebench.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.reports.findings.Finding;
import bridgebench.reports.findings.FindingKind;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.reports.findings.RunAnalysis;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionTextTest {

  @Test
  void aComparisonThatIsDecidedLeadsOneWithAGreaterRatioThatIsNot() {
    Finding wide = comparison("cannot tell", 0, 3, 1.1, 8);
    Finding decided = comparison("is faster", 1, 1.5, 1.4, 1.6);

    assertThat(QuestionText.lead(with(wide, decided))).hasValue(decided);
    assertThat(QuestionText.lead(with(wide))).hasValue(wide);
  }

  private static Finding comparison(
      String sentence, double decided, double ratio, double low, double high) {
    return new Finding(
        FindingKind.COMPARISON,
        sentence,
        List.of(),
        Map.of("decided", decided, "ratio", ratio, "low", low, "high", high, "forks", 5.0),
        false);
  }

  private static QuestionAnalysis with(Finding... findings) {
    QuestionAnalysis any =
        RunAnalysis.of(
                SyntheticRuns.of(
                        SyntheticSuites.suite(
                            "s", null, SyntheticSuites.modes(SyntheticSuites.timing(5))),
                        1)
                    .journal())
            .questions()
            .get(0);
    return new QuestionAnalysis(
        any.id(),
        any.ask(),
        any.path(),
        any.metric(),
        any.variedAxes(),
        any.boundAxes(),
        any.commonAxes(),
        any.arms(),
        any.comparedAxis(),
        any.baseline(),
        any.comparisons(),
        any.crossovers(),
        any.steps(),
        any.smallestVisiblePercent(),
        any.thresholdPercent(),
        any.provisional(),
        any.skipped(),
        List.of(findings));
  }
}
