package bridgebench.reports.findings;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.reports.SyntheticTruth;
import bridgebench.reports.statistics.MedianRatio;
import bridgebench.reports.statistics.SampleMedian;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.Suite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
  void forksThatWouldNotShowTenfoldDifferencesAreGivenNoNumber() {
    assertThat(cannotTell(new double[] {100, 150}, new double[] {90, 250}))
        .contains("; they are too few and too unlike each other to show any but a huge difference")
        .doesNotContain("reliably");
    assertThat(cannotTell(new double[] {100, 110, 105}, new double[] {99, 112, 104}))
        .contains("; they reliably show differences from ");
  }

  @Test
  void noDifferenceIsShownOnlyWhereTheWholeIntervalIsTooSmallToMatter() {
    double[] baseline = {100, 100, 100, 100, 100};
    MedianRatio beyond =
        MedianRatio.of(baseline, new double[] {100, 102.2, 102.22, 102.24, 102.27});
    assertThat(VerdictRule.of(beyond, 0.0625, 1, 2, 5)).isEqualTo(Verdict.CANNOT_TELL);
    MedianRatio within = MedianRatio.of(baseline, new double[] {100, 100.1, 100.2, 100.3, 100.4});
    assertThat(VerdictRule.of(within, 0.3, 1, 2, 5)).isEqualTo(Verdict.NO_DIFFERENCE_SHOWN);
  }

  @Test
  void whereOnlyTheWeightOfADifferenceIsOpenThatIsSaid() {
    double[] baseline = {100, 100.1, 99.9, 100, 100.05};
    assertThat(cannotTell(baseline, new double[] {101.8, 101.9, 101.7, 101.8, 101.9}))
        .startsWith("These forks cannot tell whether the difference between")
        .contains("; 2.0 % would matter")
        .doesNotContain("apart");
  }

  private static String cannotTell(double[] baseline, double[] candidate) {
    List<Scenario> arms = suite(2, "buffer", "batch").questions().get(0).scenarios();
    MedianRatio speeds = MedianRatio.of(baseline, candidate);
    return new ComparisonSentence(
            arms.get(0), arms.get(1), Axis.FLUSH, Metric.ROWS_PER_SECOND, List.of())
        .of(
            Verdict.CANNOT_TELL,
            speeds,
            speeds.smallestVisible(),
            2,
            baseline.length,
            candidate.length,
            true);
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
  void theIntervalOfTwoForksIsLeftToTables() {
    ComparisonResult differs = flushes(2, 0.0001, 3);
    assertThat(differs.verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(differs.sentence())
        .endsWith(" flush batch (2 forks); provisional: fewer than 5 forks.")
        .doesNotContain("interval");

    // One of the factors makes up for the difference that the forks' noise makes.
    assertThat(IntStream.range(80, 120).boxed().toList())
        .map(percent -> flushes(2, 0.05, percent / 100.0))
        .allSatisfy(
            result -> assertThat(result.sentence()).doesNotContain("interval", "leaves out"))
        .filteredOn(result -> !result.verdict().differs())
        .isNotEmpty()
        .allSatisfy(
            result -> {
              assertThat(result.sentence()).contains("(ratio of speeds ", ", 2 forks; ");
              assertThat(result.speedRatio().low()).isLessThan(result.speedRatio().median());
            });
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

  @Test
  void whatAQuestionShowsIsLessTheMoreItCompares() {
    Suite suite = suite(5, "a", "b", "c", "d", "e", "f", "g");
    RunAnalysis run = RunAnalysis.of(SyntheticRuns.of(suite, SEED).journal());
    ComparisonResult result = run.questions().get(0).comparisons().get(0);
    double[] a = SampleMedian.ofEach(run.samples(run.arms().get(0), Metric.ROWS_PER_SECOND));
    double[] b = SampleMedian.ofEach(run.samples(run.arms().get(1), Metric.ROWS_PER_SECOND));
    MedianRatio alone = MedianRatio.of(a, b);
    assertThat(result.smallestVisiblePercent())
        .isEqualTo(100 * alone.smallestVisible(6))
        .isGreaterThan(100 * alone.smallestVisible());
    assertThat(result.sentence()).contains(Wording.difference(result.smallestVisiblePercent()));
  }

  /** What one sentence calls the fastest, no other calls not shown to differ. */
  @Test
  void theFastestArmIsOneThatTheComparisonsTellApart() {
    for (int seed = 0; seed < 60; seed++) {
      Suite suite = suite(5, "a", "b", "c", "d");
      String faster = suite.questions().get(0).scenarios().get(1).id();
      SyntheticTruth truth =
          new SyntheticTruth()
              .withoutLatency()
              .forkSpread(0.01)
              .factors(Map.of(faster, seed % 2 == 0 ? 0.985 : 0.97));
      QuestionAnalysis question =
          RunAnalysis.of(SyntheticRuns.of(suite, seed).truth(truth).journal()).questions().get(0);
      boolean saysFastest =
          question.findings().stream()
              .anyMatch(
                  f ->
                      f.kind() == FindingKind.BEST_ARM
                          && f.sentence().startsWith("Flush b is the fastest"));
      boolean isShown =
          question.comparisons().stream()
              .anyMatch(c -> c.candidateId().equals(faster) && c.verdict() == Verdict.FASTER);
      assertThat(!saysFastest || isShown).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void aDifferenceTooSmallToMatterMakesNoFastestArm() {
    Suite suite = suite(20, "a", "b");
    String faster = suite.questions().get(0).scenarios().get(1).id();
    SyntheticTruth truth =
        new SyntheticTruth()
            .withoutLatency()
            .forkSpread(0.001)
            .iterationSpread(0.001)
            .factors(Map.of(faster, 0.99));
    QuestionAnalysis question =
        RunAnalysis.of(SyntheticRuns.of(suite, SEED).truth(truth).journal()).questions().get(0);
    assertThat(question.findings())
        .filteredOn(finding -> finding.kind() == FindingKind.BEST_ARM)
        .singleElement()
        .satisfies(
            best -> assertThat(best.sentence()).contains("; not told apart from it: flush a."));
  }

  @Test
  void aSentenceOverManyComparisonsRangesOverThoseThatShowADifference() {
    String[] flushes = new String[16];
    for (int i = 0; i < flushes.length; i++) {
      flushes[i] = "f" + i;
    }
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(Axis.FLUSH, List.of("a", "b"));
    axes.put(Axis.ENGINE, List.of(flushes));
    Suite suite = twoFlushes(axes, 5);
    Map<String, Double> factors = new LinkedHashMap<>();
    suite.questions().get(0).scenarios().stream()
        .filter(s -> s.word(Axis.FLUSH).equals("b") && !s.word(Axis.ENGINE).equals("f0"))
        .forEach(s -> factors.put(s.id(), 2.0));
    SyntheticTruth truth = new SyntheticTruth().withoutLatency().factors(factors);
    Finding together = together(suite, truth);
    assertThat(together.sentence())
        .startsWith("Flush b against flush a in 16 comparisons: slower in 15 and ")
        .contains("; where a difference is shown, flush a is between ")
        .doesNotContain("provisional");
    assertThat(together.evidence().get("greatest")).isLessThan(0.6);

    Finding ofOneFork = together(twoFlushes(axes, 1), truth);
    assertThat(ofOneFork.sentence())
        .isEqualTo("Flush b against flush a in 16 comparisons: too few forks in 16.");
    assertThat(ofOneFork.provisional()).isFalse();
  }

  private static Finding together(Suite suite, SyntheticTruth truth) {
    return RunAnalysis.of(SyntheticRuns.of(suite, SEED).truth(truth).journal())
        .questions()
        .get(0)
        .findings()
        .stream()
        .filter(finding -> finding.kind() == FindingKind.COMPARISON)
        .findFirst()
        .orElseThrow();
  }

  private static Suite twoFlushes(Map<Axis, List<String>> axes, int forks) {
    return SyntheticSuites.suite(
        "flush",
        null,
        SyntheticSuites.question(
            "flush",
            "?",
            SyntheticSuites.udf(),
            axes,
            Axis.FLUSH,
            "a",
            SyntheticSuites.timing(forks)));
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
