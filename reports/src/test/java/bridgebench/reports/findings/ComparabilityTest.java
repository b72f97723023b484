package bridgebench.reports.findings;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.ScenarioStatus;
import bridgebench.scenarios.suite.Comparison;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.Suite;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Arms that do different things are not compared, and the report says why. */
class ComparabilityTest {

  @Test
  void armsThatDifferInAnotherAxisAreNotComparedAndItIsNamed() {
    QuestionAnalysis answer =
        answer(Axis.MODE, "pickle", udf("mode", "pickle"), udf("mode", "arrow", "shape", "long"));
    ComparisonResult result = answer.comparisons().get(0);
    assertThat(result.verdict()).isEqualTo(Verdict.NOT_COMPARED);
    assertThat(result.speedRatio()).isNull();
    assertThat(result.refusal()).isEqualTo("they differ in shape too (long against double)");
    assertThat(result.sentence()).startsWith("Arrow and pickle are not compared");
  }

  @Test
  void aModesOwnBatchSizeIsSaidWithIt() {
    QuestionAnalysis answer =
        answer(
            Axis.MODE,
            "pickle",
            udf("mode", "pickle", "batchRows", "100"),
            udf("mode", "arrow", "batchRows", "10000"));
    assertThat(answer.comparisons().get(0).sentence())
        .contains("Arrow at 10,000 rows a batch moves", "as pickle at 100 rows a batch (95 %");
  }

  @Test
  void anOptionThatOneTransportHasIsNoCircumstanceOfTheOther() {
    QuestionAnalysis answer =
        answer(
            Axis.TRANSPORT,
            "tcp",
            udf("transport", "tcp", "tcpNoDelay", "on"),
            udf("transport", "unix", "socketBufferBytes", "0"));
    assertThat(answer.variedAxes()).containsExactly(Axis.TRANSPORT);
    assertThat(answer.commonAxes())
        .containsEntry(Axis.TCP_NO_DELAY, "on")
        .containsEntry(Axis.SOCKET_BUFFER_BYTES, "0");
    assertThat(answer.comparisons().get(0).sentence()).startsWith("A Unix socket moves ");
  }

  @Test
  void aBatchSizeThatFollowsFromTheModeIsBoundToIt() {
    QuestionAnalysis answer =
        answer(
            Axis.MODE,
            "pickle",
            udf("mode", "pickle", "batchRows", "100"),
            udf("mode", "arrow", "batchRows", "10000"));
    assertThat(answer.variedAxes()).containsExactly(Axis.MODE);
    assertThat(answer.boundAxes()).containsExactly(Axis.BATCH_ROWS);
  }

  @Test
  void conversionsThatChangeValuesAreNotComparedWithThoseThatKeepThem() {
    QuestionAnalysis answer =
        answer(
            Axis.MODE,
            "arrow",
            udf("mode", "arrow"),
            udf("mode", "arrow-pandas", "dtypes", "faithful"),
            udf("mode", "arrow-pandas", "dtypes", "nullable"));
    assertThat(answer.comparisons())
        .extracting(ComparisonResult::refusal)
        .containsExactly("they differ in dtypes, which changes the values a function sees", null);
  }

  @Test
  void modesWhoseResultsAgreeAreComparedAndTheAgreementIsSaid() {
    Suite suite = ownFunction("10000", "pickle", "arrow");
    RunAnalysis run = analyze(suite, "5f", "5f");
    assertThat(run.failedArms()).isEmpty();
    assertThat(sentences(run, FindingKind.CHECKSUM))
        .containsExactly(
            "Function udf.py:score gives the same results in all 2 modes measured, by checksum.");
    assertThat(run.questions().get(0).comparisons().get(0).refusal()).isNull();
  }

  @Test
  void modesWhoseResultsDifferHaveFailed() {
    Suite suite = ownFunction("10000", "pickle", "arrow");
    RunAnalysis run = analyze(suite, "5f", "60");
    assertThat(run.arms()).extracting(Arm::status).containsOnly(ScenarioStatus.FAILED);
    assertThat(run.arms().get(0).failure().message())
        .contains("udf.py:score", "same results in every mode");
    assertThat(run.arms().get(0).failure().detail()).contains("5f: ", "60: ");
    assertThat(run.questions().get(0).comparisons().get(0).refusal())
        .isEqualTo("their results differ");
  }

  @Test
  void rowsThatRepeatSoonerHaveOtherResultsAndAreNoDisagreementOfModes() {
    Scenario often = udf("function", "udf.py:score", "windowRows", "10000");
    Scenario seldom = udf("function", "udf.py:score", "windowRows", "1000000");
    Question question = question("windows", Axis.WINDOW_ROWS, "1000000", often, seldom);
    RunAnalysis run = analyze(SyntheticSuites.suite("own", null, question), "5f", "60");
    assertThat(run.failedArms()).isEmpty();
    assertThat(run.questions().get(0).comparisons().get(0).refusal()).isNull();
  }

  @Test
  void aFunctionOfTheBatchIsNoDisagreementOfModes() {
    Question small =
        question("small", Axis.MODE, "pickle", own("pickle", "100"), own("arrow", "100"));
    Question large =
        question("large", Axis.MODE, "pickle", own("pickle", "900"), own("arrow", "900"));
    RunAnalysis run = analyze(SyntheticSuites.suite("own", null, small, large), "1", "1", "2", "2");
    assertThat(run.failedArms()).isEmpty();
    assertThat(run.questions()).allMatch(q -> q.comparisons().get(0).refusal() == null);
  }

  @Test
  void whatAnotherQuestionShowsToDependOnTheBatchIsNotCalledTheSame() {
    Question bound =
        question("bound", Axis.MODE, "pickle", own("pickle", "100"), own("arrow", "10000"));
    Question shows = question("shows", Axis.MODE, "pickle", own("pickle", "10000"));
    RunAnalysis run = analyze(SyntheticSuites.suite("own", null, bound, shows), "1", "2", "2");
    assertThat(run.failedArms()).isEmpty();
    assertThat(sentences(run, FindingKind.CHECKSUM))
        .containsExactly(
            "The results of function udf.py:score depend on the batch size: modes measured at the"
                + " same size agree.");
  }

  @Test
  void plansThatSendOtherRowsAreComparedByTime() {
    QuestionAnalysis answer =
        answer(
            Axis.PLAN,
            "scan",
            udf("path", "to-pandas", "plan", "scan"),
            udf("path", "to-pandas", "plan", "limit"));
    assertThat(answer.metric()).isEqualTo(Metric.TASK_NANOS);
  }

  @Test
  void modesAtABatchSizeEachDoNotShowThatTheBatchSizeIsToBlame() {
    Question bound =
        question("q", Axis.MODE, "pickle", own("pickle", "100"), own("arrow", "10000"));
    RunAnalysis run = analyze(SyntheticSuites.suite("own", null, bound), "1", "2");
    assertThat(run.arms()).extracting(Arm::status).containsOnly(ScenarioStatus.FAILED);
    assertThat(run.arms().get(0).failure().message())
        .contains("measure the modes at one batch size");
    Question alike =
        question(
            "q",
            Axis.MODE,
            "pickle",
            own("pickle", "100"),
            own("arrow", "10000"),
            own("arrow-pandas", "10000"));
    assertThat(analyze(SyntheticSuites.suite("own", null, alike), "1", "2", "2").failedArms())
        .hasSize(3);
  }

  @Test
  void armsWhoseResultsDifferAreNeitherRankedNorCrossed() {
    Question sweep =
        question(
            "q",
            Axis.MODE,
            "pickle",
            own("pickle", "100"),
            own("arrow", "100"),
            own("pickle", "100000"),
            own("arrow", "100000"));
    Suite suite = SyntheticSuites.suite("own", null, sweep);
    QuestionAnalysis answer = analyze(suite, "5f", "60", "5f", "60").questions().get(0);

    assertThat(answer.comparisons()).allMatch(c -> "their results differ".equals(c.refusal()));
    assertThat(answer.crossovers()).isEmpty();
    assertThat(answer.findings())
        .extracting(Finding::kind)
        .contains(FindingKind.FAILURE, FindingKind.CHECKSUM)
        .doesNotContain(FindingKind.BEST_ARM, FindingKind.BOTTLENECK, FindingKind.CROSSOVER);
  }

  @Test
  void anArmOfWhichAForkFailedIsNeitherComparedNorRanked() {
    Question modes =
        question("q", Axis.MODE, "pickle", udf("mode", "pickle"), udf("mode", "arrow"));
    String arrow = modes.scenarios().get(1).id();
    QuestionAnalysis answer =
        RunAnalysis.of(
                SyntheticRuns.of(SyntheticSuites.suite("s", null, modes), 3)
                    .failingFork(arrow, 1)
                    .journal())
            .questions()
            .get(0);

    assertThat(answer.comparisons().get(0).refusal()).isEqualTo("arrow failed in 1 of 5 forks");
    assertThat(answer.findings())
        .filteredOn(finding -> finding.kind() == FindingKind.BEST_ARM)
        .singleElement()
        .satisfies(best -> assertThat(best.sentence()).startsWith("Pickle reaches "));
  }

  @Test
  void aFunctionOfTheBatchIsComparedWithinABatchSizeOnly() {
    QuestionAnalysis answer =
        answer(
            Axis.MODE,
            "pickle",
            udf("mode", "pickle", "batchRows", "100", "function", "subtract-mean"),
            udf("mode", "arrow", "batchRows", "10000", "function", "subtract-mean"));
    assertThat(answer.comparisons().get(0).refusal())
        .isEqualTo("the function sees other groups: 10,000 against 100 rows a batch");
    assertThat(sentences(answer, FindingKind.BEST_ARM)).noneMatch(s -> s.contains("fastest"));

    QuestionAnalysis sameBatch =
        answer(
            Axis.MODE,
            "pickle",
            udf("mode", "pickle", "function", "subtract-mean"),
            udf("mode", "arrow", "function", "subtract-mean"));
    assertThat(sameBatch.comparisons().get(0).refusal()).isNull();
  }

  @Test
  void aUsersFunctionThatGivesOtherResultsInOtherBatchesIsNotComparedAcrossThem() {
    Question sizes =
        question(
            "q",
            Axis.BATCH_ROWS,
            "100",
            own("pickle", "100"),
            own("arrow", "100"),
            own("pickle", "900"),
            own("arrow", "900"));
    Suite suite = SyntheticSuites.suite("own", null, sizes);
    RunAnalysis run = analyze(suite, "1", "1", "2", "2");

    assertThat(run.failedArms()).isEmpty();
    assertThat(run.questions().get(0).comparisons())
        .hasSize(2)
        .allMatch(c -> "their results differ".equals(c.refusal()));
  }

  @Test
  void conversionsThatChangeValuesMayChangeResults() {
    Question dtypes =
        question(
            "q",
            Axis.DTYPES,
            "nullable",
            udf("mode", "arrow-pandas", "dtypes", "nullable", "function", "udf.py:score"),
            udf("mode", "arrow-pandas", "dtypes", "faithful", "function", "udf.py:score"));
    Suite suite = SyntheticSuites.suite("own", null, dtypes);
    RunAnalysis run = analyze(suite, "1", "2");

    assertThat(run.failedArms()).isEmpty();
    assertThat(run.questions().get(0).comparisons().get(0).refusal()).isNull();
    assertThat(sentences(run, FindingKind.CHECKSUM))
        .containsExactly(
            "Function udf.py:score gives the same results in all 2 arms measured with the same"
                + " dtypes, by checksum.");
  }

  @Test
  void severalBaselinesOfOneArmAreToldApart() {
    QuestionAnalysis answer =
        answer(
            Axis.TRANSPORT,
            "tcp",
            udf("transport", "tcp", "tcpNoDelay", "on"),
            udf("transport", "tcp", "tcpNoDelay", "off"),
            udf("transport", "unix"));
    assertThat(answer.comparisons())
        .hasSize(2)
        .extracting(ComparisonResult::sentence)
        .anySatisfy(sentence -> assertThat(sentence).contains("TCP with tcpNoDelay on"))
        .anySatisfy(sentence -> assertThat(sentence).contains("TCP with tcpNoDelay off"));
  }

  @Test
  void theJvmAloneIsTheFloorAndNoCompetitor() {
    Map<Axis, String> words = new LinkedHashMap<>(SyntheticSuites.udf());
    words.put(Axis.MODE, "jvm");
    words.remove(Axis.TRANSPORT);
    QuestionAnalysis answer =
        answer(
            Axis.MODE,
            "pickle",
            SyntheticRuns.scenario(words),
            udf("mode", "pickle"),
            udf("mode", "arrow"));

    assertThat(sentences(answer, FindingKind.FLOOR))
        .singleElement()
        .asString()
        .startsWith("The JVM alone moves ");
    assertThat(sentences(answer, FindingKind.COMPARISON)).hasSize(1);
    assertThat(sentences(answer, FindingKind.BEST_ARM))
        .singleElement()
        .asString()
        .startsWith("Arrow is the fastest of 2 arms: ");
  }

  @Test
  void noRowsAreComparedByTime() {
    QuestionAnalysis answer =
        answer(
            Axis.MODE,
            "pickle",
            udf("mode", "pickle", "rows", "0"),
            udf("mode", "arrow", "rows", "0"),
            udf("mode", "pickle", "rows", "1000"),
            udf("mode", "arrow", "rows", "1000"),
            udf("mode", "pickle", "rows", "1000000"),
            udf("mode", "arrow", "rows", "1000000"));

    assertThat(answer.metric()).isEqualTo(Metric.TASK_NANOS);
    assertThat(answer.comparisons()).hasSize(3).allMatch(c -> c.refusal() == null);
    assertThat(answer.crossovers())
        .singleElement()
        .satisfies(crossover -> assertThat(crossover.rangeLow()).isEqualTo(1_000));
  }

  private static RunAnalysis analyze(Suite suite, String... checksums) {
    Map<String, String> byId = new HashMap<>();
    for (int i = 0; i < checksums.length; i++) {
      byId.put(suite.scenarios().get(i).scenario().id(), checksums[i]);
    }
    return RunAnalysis.of(SyntheticRuns.of(suite, 3).checksums(byId).journal());
  }

  private static List<String> sentences(RunAnalysis run, FindingKind kind) {
    return sentences(run.questions().get(0), kind);
  }

  private static List<String> sentences(QuestionAnalysis question, FindingKind kind) {
    return question.findings().stream()
        .filter(finding -> finding.kind() == kind)
        .map(Finding::sentence)
        .toList();
  }

  private static Suite ownFunction(String batchRows, String... modes) {
    Scenario[] scenarios =
        List.of(modes).stream().map(mode -> own(mode, batchRows)).toArray(Scenario[]::new);
    return SyntheticSuites.suite("own", null, question("own", Axis.MODE, modes[0], scenarios));
  }

  private static Scenario own(String mode, String batchRows) {
    return udf("mode", mode, "function", "udf.py:score", "batchRows", batchRows);
  }

  private static QuestionAnalysis answer(Axis axis, String baseline, Scenario... scenarios) {
    Suite suite = SyntheticSuites.suite("s", null, question("q", axis, baseline, scenarios));
    return RunAnalysis.of(SyntheticRuns.of(suite, 3).journal()).questions().get(0);
  }

  private static Question question(String id, Axis axis, String baseline, Scenario... scenarios) {
    return new Question(
        id,
        "Which is faster?",
        List.of(scenarios),
        new Comparison(axis, baseline),
        SyntheticSuites.timing(5));
  }

  private static Scenario udf(String... namesAndWords) {
    Map<Axis, String> words = new LinkedHashMap<>(SyntheticSuites.udf());
    for (int i = 0; i < namesAndWords.length; i += 2) {
      words.put(Axis.named(namesAndWords[i]).orElseThrow(), namesAndWords[i + 1]);
    }
    return SyntheticRuns.scenario(words);
  }
}
