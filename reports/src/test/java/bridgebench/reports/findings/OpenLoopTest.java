package bridgebench.reports.findings;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.reports.compare.RunInput;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.suite.Question;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Questions whose batches are sent at a rate. */
class OpenLoopTest {

  private static final List<String> MODES = List.of("pickle", "arrow");

  // A batch of 1,000 rows takes 161.5 µs pickled, so that 6,190 a second are carried, and 15 µs as
  // Arrow.
  private static final QuestionAnalysis ANSWER = answer("200", "5000", "20000");

  @Test
  void aQuestionAboutARateIsAnsweredByHowSoonABatchIsAnswered() {
    assertThat(ANSWER.metric()).isEqualTo(Metric.RESPONSE_NANOS);
    assertThat(comparison("200").verdict()).isEqualTo(Verdict.FASTER);
    assertThat(comparison("200").sentence())
        .startsWith("At 200 batches a second, arrow answers ")
        .contains(" times as fast as pickle (95 % interval");
    assertThat(sentences(FindingKind.LATENCY))
        .singleElement()
        .asString()
        .startsWith("99 in 100 batches are answered within ")
        .endsWith(", from when they were due.");
  }

  @Test
  void aRateThatTheBridgeDoesNotCarryIsTold() {
    assertThat(sentences(FindingKind.OVERLOAD))
        .hasSize(1)
        .allSatisfy(
            sentence ->
                assertThat(sentence)
                    .startsWith(
                        "Pickle at 20,000 batches a second does not keep up with its rate: of")
                    .contains("20,000 batches a second 6,")
                    .endsWith("the response time grows for as long as a task lasts."));
  }

  @Test
  void aBatchBehindOthersThatWaitIsNoLatencyToTell() {
    assertThat(ANSWER.findings())
        .filteredOn(finding -> finding.kind() == FindingKind.LATENCY)
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.scenarioIds())
                    .hasSize(5)
                    .noneMatch(
                        id -> id.contains("pickle") && id.endsWith("batchesPerSecond=20000")));
  }

  @Test
  void ofManyArmsTheFastestAreNamedAndHowManyThereAreIsTold() {
    QuestionAnalysis many = answer("100", "200", "400", "800");

    assertThat(many.findings())
        .filteredOn(finding -> finding.kind() == FindingKind.LATENCY)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.scenarioIds()).hasSize(6);
              assertThat(finding.sentence())
                  .endsWith("from when they were due; these are the 6 fastest of 8 arms.");
            });
  }

  @Test
  void nothingIsComparedWithAQueueThatGrows() {
    assertThat(comparison("20000").verdict()).isEqualTo(Verdict.NOT_COMPARED);
    assertThat(comparison("20000").refusal()).isEqualTo("pickle does not keep up with its rate");
  }

  @Test
  void twoRunsAreNotComparedByAQueueThatGrowsEither() {
    assertThat(RunInput.of("a run", journal(MODES, "200", "20000")).scenarios())
        .anySatisfy(
            (id, samples) -> {
              assertThat(id).contains("pickle").endsWith("batchesPerSecond=20000");
              assertThat(samples.problem()).isEqualTo("does not keep up with its rate");
              assertThat(samples.forks()).isEmpty();
            })
        .anySatisfy(
            (id, samples) -> {
              assertThat(id).contains("pickle").endsWith("batchesPerSecond=200");
              assertThat(samples.problem()).isNull();
              assertThat(samples.forks()).hasDimensions(6, 1);
            });
  }

  @Test
  void whatTheJvmReachesAloneHasNoSayInAQuestionAboutARate() {
    QuestionAnalysis withFloor = analysis(List.of("jvm", "pickle", "arrow"), "200", "5000");

    assertThat(withFloor.metric()).isEqualTo(Metric.RESPONSE_NANOS);
    assertThat(withFloor.comparisons())
        .anySatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.FASTER));
  }

  @Test
  void theSpreadIsThatOfResponsesAndNotOfTheClock() {
    assertThat(ANSWER.arms())
        .allSatisfy(arm -> assertThat(arm.variation().forkMeansPercent()).isGreaterThan(0.1));
    assertThat(sentences(FindingKind.BOTTLENECK)).isEmpty();
  }

  @Test
  void rowsASecondThatARateMakesAreNotCompared() {
    QuestionAnalysis mixed = answer("0", "200");

    assertThat(mixed.metric()).isEqualTo(Metric.TASK_NANOS);
    assertThat(mixed.comparisons())
        .anySatisfy(
            result ->
                assertThat(result.refusal())
                    .isEqualTo("pickle sends at a rate, which sets its time"))
        .anySatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.FASTER));
  }

  private static ComparisonResult comparison(String rate) {
    return ANSWER.comparisons().stream()
        .filter(result -> result.candidateId().endsWith("batchesPerSecond=" + rate))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> sentences(FindingKind kind) {
    return ANSWER.findings().stream()
        .filter(finding -> finding.kind() == kind)
        .map(Finding::sentence)
        .toList();
  }

  private static QuestionAnalysis answer(String... rates) {
    return analysis(MODES, rates);
  }

  private static QuestionAnalysis analysis(List<String> modes, String... rates) {
    return RunAnalysis.of(journal(modes, rates)).questions().get(0);
  }

  private static JournalContents journal(List<String> modes, String... rates) {
    Question question = SyntheticSuites.rates(modes, List.of(rates));
    return SyntheticRuns.of(SyntheticSuites.suite("rates", null, question), 11).journal();
  }
}
