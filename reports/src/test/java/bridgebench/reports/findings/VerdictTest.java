package bridgebench.reports.findings;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.reports.SyntheticTruth;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.Suite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Words follow intervals: what is true of a run decides what is said of it. */
class VerdictTest {

  private static final long SEED = 11;

  @Test
  void aDifferenceThatIsThereIsStatedWithItsInterval() {
    ComparisonResult result = flushes(5, 0.01, 1.2);
    assertThat(result.verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(result.speedRatio().low()).isLessThan(1 / 1.2);
    assertThat(result.speedRatio().high()).isGreaterThan(1 / 1.2);
    assertThat(result.sentence())
        .startsWith("Flush batch moves 1")
        .contains("fewer rows a second than flush buffer (95 % interval 0.8", "; 5 forks).");
    assertThat(result.mannWhitneyPValue()).isLessThan(0.05);
  }

  @Test
  void theFasterArmLeadsASentenceOfManyTimes() {
    ComparisonResult result = flushes(5, 0.01, 20);
    assertThat(result.verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(result.speedRatio().median()).isLessThan(0.06);
    assertThat(result.sentence())
        .matches(
            "Flush buffer moves (19|20)\\.\\d times as many rows a second as flush batch"
                + " \\(95 % interval 1\\d\\.\\d to 2\\d\\.\\d; 5 forks\\)\\.");
  }

  @Test
  void armsThatAreAlikeAndQuietShowNoDifference() {
    ComparisonResult result = flushes(20, 0.005, 1);
    assertThat(result.verdict()).isEqualTo(Verdict.NO_DIFFERENCE_SHOWN);
    assertThat(result.smallestVisiblePercent()).isLessThan(2);
    assertThat(result.sentence()).startsWith("No difference is shown between flush batch and");
  }

  @Test
  void armsThatAreAlikeAndNoisyCannotBeTold() {
    ComparisonResult result = flushes(5, 0.1, 1);
    assertThat(result.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(result.smallestVisiblePercent()).isGreaterThan(2);
    assertThat(result.sentence()).contains("hese forks cannot tell", "reliably show differences");
  }

  @Test
  void aDifferenceBelowThePracticalThresholdIsNone() {
    ComparisonResult result = flushes(20, 0.002, 1.01);
    assertThat(result.pValue()).isLessThan(0.05);
    assertThat(result.verdict()).isEqualTo(Verdict.NO_DIFFERENCE_SHOWN);
  }

  @Test
  void fewForksGiveAProvisionalConclusion() {
    ComparisonResult result = flushes(3, 0.005, 1.5);
    assertThat(result.verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(result.provisional()).isTrue();
    assertThat(result.sentence()).endsWith("; 3 forks); provisional: fewer than 5 forks.");
  }

  @Test
  void oneForkGivesNone() {
    ComparisonResult result = flushes(1, 0.005, 3);
    assertThat(result.verdict()).isEqualTo(Verdict.TOO_FEW_FORKS);
    assertThat(result.sentence()).startsWith("No conclusion is drawn");
    assertThat(result.speedRatio().low()).isEqualTo(result.speedRatio().median());
  }

  @Test
  void aFamilyOfLikeArmsSeldomRaisesAnAlarm() {
    int families = 150;
    int alarms = 0;
    for (int seed = 0; seed < families; seed++) {
      Suite suite = suite(5, "a", "b", "c", "d", "e", "f");
      RunAnalysis run =
          RunAnalysis.of(
              SyntheticRuns.of(suite, seed)
                  .truth(new SyntheticTruth().withoutLatency().forkSpread(0.05))
                  .journal());
      boolean alarm =
          run.questions().get(0).comparisons().stream().anyMatch(c -> c.verdict().differs());
      alarms += alarm ? 1 : 0;
    }
    assertThat((double) alarms / families).isLessThan(0.08);
  }

  @Test
  void theQuestionStatesTheLeastThatAllItsComparisonsShow() {
    QuestionAnalysis question =
        RunAnalysis.of(SyntheticRuns.of(suite(5, "a", "b", "c"), SEED).journal())
            .questions()
            .get(0);
    double greatest =
        question.comparisons().stream()
            .mapToDouble(ComparisonResult::smallestVisiblePercent)
            .max()
            .orElseThrow();
    assertThat(question.smallestVisiblePercent()).isEqualTo(greatest);
    assertThat(question.findings())
        .filteredOn(finding -> finding.kind() == FindingKind.SMALLEST_VISIBLE)
        .singleElement()
        .satisfies(finding -> assertThat(finding.evidence()).containsEntry("percent", greatest));
  }

  @Test
  void everyNumberOfASentenceIsInItsEvidence() {
    QuestionAnalysis question =
        RunAnalysis.of(SyntheticRuns.of(suite(5, "a", "b"), SEED).journal()).questions().get(0);
    Finding finding =
        question.findings().stream()
            .filter(f -> f.kind() == FindingKind.COMPARISON)
            .findFirst()
            .orElseThrow();
    ComparisonResult result = question.comparisons().get(0);
    assertThat(finding.evidence())
        .containsEntry("ratio", result.speedRatio().median())
        .containsEntry("low", result.speedRatio().low())
        .containsEntry("high", result.speedRatio().high())
        .containsEntry("forks", 5.0);
    assertThat(finding.scenarioIds()).containsExactly(result.candidateId(), result.baselineId());
  }

  /** Two arms that differ in flush; the second takes so many times as long. */
  private static ComparisonResult flushes(int forks, double spread, double factor) {
    Suite suite = suite(forks, "buffer", "batch");
    String slower = suite.questions().get(0).scenarios().get(1).id();
    SyntheticTruth truth =
        new SyntheticTruth()
            .withoutLatency()
            .forkSpread(spread)
            .iterationSpread(spread)
            .factors(Map.of(slower, factor));
    return RunAnalysis.of(SyntheticRuns.of(suite, SEED).truth(truth).journal())
        .questions()
        .get(0)
        .comparisons()
        .get(0);
  }

  private static Suite suite(int forks, String... flushes) {
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(Axis.FLUSH, List.of(flushes));
    Question question =
        SyntheticSuites.question(
            "flush",
            "Does flushing cost?",
            SyntheticSuites.udf(),
            axes,
            Axis.FLUSH,
            flushes[0],
            SyntheticSuites.timing(forks));
    return SyntheticSuites.suite("flush", null, question);
  }
}
