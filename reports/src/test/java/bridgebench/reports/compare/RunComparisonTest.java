package bridgebench.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.reports.SyntheticTruth;
import bridgebench.reports.findings.Verdict;
import bridgebench.reports.page.ComparePage;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.Environment;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.Journal;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.TrustLevel;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.Suite;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunComparisonTest {

  private final Suite suite =
      SyntheticSuites.suite("s", null, SyntheticSuites.modes(SyntheticSuites.timing(10)));
  private final String one = suite.questions().get(0).scenarios().get(0).id();

  @Test
  void aRunAgainstItselfDiffersNowhere() throws Exception {
    ComparisonInput run = input("run", 1, Map.of());
    CandidateComparison candidate = compare(run, run).candidates().get(0);
    assertThat(candidate.scenarios())
        .hasSize(12)
        .allSatisfy(
            scenario -> {
              assertThat(scenario.verdict().differs()).isFalse();
              assertThat(scenario.speedRatio().median()).isEqualTo(1);
            });
    assertThat(candidate.geometricMean().median()).isEqualTo(1);
  }

  @Test
  void aRunOfANoisyMachineIsCalledOutFirst() throws Exception {
    ComparisonInput quiet = input("before", 1, Map.of());
    ComparedRun run = quiet.run();
    ComparedRun red =
        new ComparedRun(
            "after",
            run.source(),
            run.environment(),
            run.scenarios(),
            TrustLevel.RED,
            run.fixedWorkNanos());
    RunComparison comparison = compare(quiet, new ComparisonInput(red, quiet.scenarios()));
    assertThat(MarkdownComparison.of(comparison))
        .startsWith(
            "## Benchmark comparison\n\n**Attention: after was measured while its machine did too"
                + " much else (trust: red; its report says what).**");
    assertThat(new ComparePage().render(comparison))
        .contains("<p class=\"warn\">after was measured");
    assertThat(
            new ObjectMapper().readTree(JsonComparison.of(comparison)).at("/runs/1/trust").asText())
        .isEqualTo("red");
    assertThat(MarkdownComparison.of(compare(quiet, quiet))).doesNotContain("Attention");
  }

  @Test
  void aMachineThatWasSlowerIsCalledOutWhateverItsCountersSay() throws Exception {
    ComparisonInput usual = atSpeed("before", 5e6);
    RunComparison slower = compare(usual, atSpeed("after", 9.5e6));
    assertThat(MarkdownComparison.of(slower))
        .contains(
            "**Attention: after was measured while its machine took 1.90 times as long for the same"
                + " piece of work as in before: differences of that size may be the machine's.**");
    assertThat(new ComparePage().render(slower)).contains("took 1.90 times as long");
    assertThat(compare(usual, atSpeed("after", 2.5e6)).reservations())
        .singleElement()
        .asString()
        .contains("took 0.50 times as long");
    assertThat(compare(usual, atSpeed("after", 5.4e6)).reservations()).isEmpty();
    assertThat(compare(usual, atSpeed("after", Double.NaN)).reservations()).isEmpty();
  }

  private ComparisonInput atSpeed(String label, double fixedWorkNanos) {
    ComparisonInput input = input(label, 1, Map.of());
    ComparedRun run = input.run();
    return new ComparisonInput(
        new ComparedRun(
            label, run.source(), run.environment(), run.scenarios(), run.trust(), fixedWorkNanos),
        input.scenarios());
  }

  @Test
  void twoRunsOfTheSameSuiteRaiseFewAlarms() throws Exception {
    int comparisons = 0;
    int alarms = 0;
    for (int seed = 0; seed < 20; seed++) {
      RunComparison comparison =
          compare(input("a", 2 * seed, Map.of()), input("b", 2 * seed + 1, Map.of()));
      comparisons++;
      alarms +=
          comparison.candidates().get(0).scenarios().stream().anyMatch(s -> s.verdict().differs())
              ? 1
              : 0;
    }
    assertThat((double) alarms / comparisons).isLessThanOrEqualTo(0.15);
  }

  @Test
  void aSlowerScenarioIsFoundAndFailsTheCondition() throws Exception {
    RunComparison comparison =
        compare(input("before", 1, Map.of()), input("after", 2, Map.of(one, 1.2)));
    CandidateComparison candidate = comparison.candidates().get(0);
    assertThat(candidate.scenarios())
        .filteredOn(scenario -> scenario.verdict() == Verdict.SLOWER)
        .singleElement()
        .satisfies(
            scenario -> {
              assertThat(scenario.scenarioId()).isEqualTo(one);
              assertThat(scenario.speedRatio().low()).isLessThan(1 / 1.2);
              assertThat(scenario.speedRatio().high()).isGreaterThan(1 / 1.2);
            });
    assertThat(FailOn.parse("slower>5%").met(comparison)).hasSize(1);
    assertThat(FailOn.parse("slower > 30 %").met(comparison)).isEmpty();
    assertThat(FailOn.parse("faster").met(comparison)).isEmpty();
    assertThat(candidate.sentence())
        .startsWith("after against before: 1 slower")
        .contains("geometric mean of the speed ratios 0.9");
  }

  @Test
  void aConditionThatIsNoneIsNamed() {
    assertThatThrownBy(() -> FailOn.parse("slower>5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a condition such as slower>5%, faster>10%, slower or failed, got 'slower>5'");
  }

  @Test
  void differentMachinesAreComparedOnlyWhenAskedTo() throws Exception {
    ComparisonInput here = input("here", 1, Map.of());
    ComparisonInput there =
        RunInput.of(
            "there",
            SyntheticRuns.of(suite, 2).environment(SyntheticRuns.machine("Xeon")).journal());
    assertThatThrownBy(() -> compare(here, there))
        .isInstanceOf(DifferentMachinesException.class)
        .hasMessageContaining("cpu.model: AMD EPYC 9B45 / Xeon");
    RunComparison asked = RunComparison.of(List.of(here, there), 2, true);
    assertThat(asked.machine()).isEqualTo(MachineAgreement.DIFFERENT);
    assertThat(MarkdownComparison.of(asked))
        .contains("**Attention: these runs were measured on different machines.**")
        .contains("| cpu.model | AMD EPYC 9B45 | Xeon |");
  }

  @Test
  void whatDiffersInTheEnvironmentComesFirstAndPassingLoadDoesNot() throws Exception {
    Map<String, String> facts = new TreeMap<>(SyntheticRuns.machine("AMD EPYC 9B45").facts());
    facts.put("python.pyarrow", "22.0.0");
    facts.put("load.average", "3.1");
    ComparisonInput upgraded =
        RunInput.of(
            "upgraded",
            SyntheticRuns.of(suite, 2)
                .environment(new Environment(new TreeMap<>(facts)))
                .journal());
    RunComparison comparison = compare(input("before", 1, Map.of()), upgraded);
    assertThat(comparison.machine()).isEqualTo(MachineAgreement.SAME);
    assertThat(comparison.environmentDifferences())
        .containsExactly(new EnvironmentDifference("python.pyarrow", List.of("21.0.0", "22.0.0")));
  }

  @Test
  void aScenarioThatFailedIsNotComparedAndSaysSo() throws Exception {
    ComparisonInput failed =
        RunInput.of("after", SyntheticRuns.of(suite, 2).failing(one).journal());
    ScenarioComparison scenario =
        compare(input("before", 1, Map.of()), failed).candidates().get(0).scenarios().get(0);
    assertThat(scenario.verdict()).isEqualTo(Verdict.NOT_COMPARED);
    assertThat(scenario.refusal()).startsWith("in after it failed: the function raised");
  }

  @Test
  void runsAreReadFromTheirFolders(@TempDir Path folder) throws Exception {
    JournalContents contents = SyntheticRuns.of(suite, 1).journal();
    try (Journal journal = Journal.create(folder, contents.header())) {
      for (ForkRecord fork : contents.forks()) {
        journal.append(fork);
      }
    }
    ComparisonInput read = ComparisonInput.read(folder);
    assertThat(read.scenarios().keySet()).isEqualTo(input("x", 1, Map.of()).scenarios().keySet());
    assertThat(
            compare(read, input("again", 1, Map.of())).candidates().get(0).geometricMean().median())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void aRunFromBeforeAnAxisExistedDidWhatAllDidThen() throws Exception {
    Map<Axis, String> later = Map.of(Axis.WINDOW_ROWS, "0", Axis.BATCHES_PER_SECOND, "0");
    ComparisonInput now = RunInput.of("now", SyntheticRuns.of(with(later), 1).journal());
    ComparisonInput other =
        RunInput.of(
            "other", SyntheticRuns.of(with(Map.of(Axis.WINDOW_ROWS, "10000")), 1).journal());
    ComparisonInput before = input("before", 1, Map.of());

    assertThat(compare(before, now).candidates().get(0).scenarios())
        .hasSize(12)
        .allSatisfy(scenario -> assertThat(scenario.refusal()).isNull());
    assertThat(compare(before, other).candidates().get(0).scenarios())
        .allSatisfy(scenario -> assertThat(scenario.refusal()).contains("windowRows"));
  }

  @Test
  void theDriversRowsOfOlderRunsRepeatedSoonerThanTodays() throws Exception {
    Suite before = driver(Map.of());
    Suite now = driver(Map.of(Axis.WINDOW_ROWS, "0", Axis.ORIGIN, "jvm"));

    assertThat(
            compare(
                    RunInput.of("before", SyntheticRuns.of(before, 1).journal()),
                    RunInput.of("now", SyntheticRuns.of(now, 1).journal()))
                .candidates()
                .get(0)
                .scenarios())
        .singleElement()
        .satisfies(
            scenario ->
                assertThat(scenario.refusal()).contains("windowRows").doesNotContain("origin"));
  }

  private static Suite driver(Map<Axis, String> more) {
    Map<Axis, String> axes = new TreeMap<>(more);
    axes.putAll(Map.of(Axis.PATH, "to-arrow", Axis.SHAPE, "long", Axis.ROWS, "1000000"));
    return SyntheticSuites.suite(
        "s",
        null,
        new Question(
            "q", "?", List.of(new Scenario("one", axes)), null, SyntheticSuites.timing(5)));
  }

  /** The suite with scenarios of the same ids that say more of what they do. */
  private Suite with(Map<Axis, String> more) {
    Question question = suite.questions().get(0);
    List<Scenario> scenarios =
        question.scenarios().stream()
            .map(
                scenario -> {
                  Map<Axis, String> axes = new TreeMap<>(scenario.axes());
                  axes.putAll(more);
                  return new Scenario(scenario.id(), axes);
                })
            .toList();
    return SyntheticSuites.suite(
        "s",
        null,
        new Question(
            question.id(), question.ask(), scenarios, question.compare(), question.timing()));
  }

  @Test
  void aFolderWithoutAJournalIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> ComparisonInput.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("expected the folder of a run");
  }

  @Test
  void jsonHasWordsAndNoNaN() throws Exception {
    ComparisonInput failed =
        RunInput.of("after", SyntheticRuns.of(suite, 2).failing(one).journal());
    JsonNode json =
        new ObjectMapper()
            .readTree(JsonComparison.of(compare(input("before", 1, Map.of()), failed)));
    JsonNode scenario = json.at("/candidates/0/scenarios/0");
    assertThat(scenario.path("verdict").asText()).isEqualTo("not compared");
    assertThat(scenario.path("pValue").isNull()).isTrue();
    assertThat(json.at("/candidates/0/scenarios/1/speedRatio/median").isNumber()).isTrue();
    assertThat(json.path("machine").asText()).isEqualTo("same");
  }

  @Test
  void wordsOfTheUserCannotBreakTheTable() throws Exception {
    ComparisonInput odd = input("a|b\n**c**<i>", 2, Map.of());
    assertThat(MarkdownComparison.of(compare(input("before", 1, Map.of()), odd)))
        .contains("a\\|b \\*\\*c\\*\\*&lt;i>")
        .doesNotContain("<i>");
  }

  @Test
  void twoHundredScenariosAreAllComparedAndListed(@TempDir Path folder) throws Exception {
    Suite large = SyntheticSuites.large(200, 5);
    ComparisonInput before = RunInput.of("before", SyntheticRuns.of(large, 1).journal());
    ComparisonInput after = RunInput.of("after", SyntheticRuns.of(large, 2).journal());
    RunComparison comparison = compare(before, after);
    assertThat(comparison.candidates().get(0).scenarios()).hasSizeGreaterThanOrEqualTo(200);
    Files.writeString(folder.resolve("c.md"), MarkdownComparison.of(comparison));
    assertThat(Files.readAllLines(folder.resolve("c.md"))).hasSizeGreaterThan(200);
  }

  @Test
  void aUsersFunctionIsComparedAcrossCheckouts() throws Exception {
    RunComparison comparison =
        compare(own("/home/one/udf.py:score"), own("/home/two/checkout/udf.py:score"));
    assertThat(comparison.candidates().get(0).scenarios())
        .hasSize(1)
        .allMatch(scenario -> scenario.refusal() == null);
    assertThat(compare(own("/a/udf.py:score"), own("/a/udf.py:other")).candidates().get(0).lost())
        .isEmpty();
    assertThat(
            compare(own("/a/udf.py:score"), own("/a/udf.py:other"))
                .candidates()
                .get(0)
                .scenarios()
                .get(0)
                .refusal())
        .isEqualTo("they differ in function (udf.py:score against udf.py:other)");
  }

  @Test
  void aFunctionThatReturnsOtherValuesOfTheSameRowsIsNotCompared() throws Exception {
    String function = "/a/udf.py:score";
    assertThat(refusal(own(function, 1, "5f"), own(function, 1, "60")))
        .isEqualTo("their results differ");
    assertThat(refusal(own(function, 1, "5f"), own(function, 1, "5f"))).isNull();
    assertThat(refusal(own(function, 1, "5f"), own(function, 2, "60"))).isNull();
  }

  @Test
  void whatASuiteAddsToTheArgumentsOfForkedJvmsIsAFactOfTheEnvironment() throws Exception {
    Suite smaller =
        new Suite(suite.name(), suite.title(), null, List.of("-Xmx256m"), suite.questions());
    ComparisonInput after = RunInput.of("after", SyntheticRuns.of(smaller, 2).journal());
    assertThat(compare(input("before", 1, Map.of()), after).environmentDifferences())
        .containsExactly(new EnvironmentDifference("suite.jvmArgs", List.of("none", "-Xmx256m")));
  }

  @Test
  void aRunThatWasResumedElsewhereIsComparedAsTheMachinesThatItRanOn() throws Exception {
    ComparisonInput begun = input("before", 1, Map.of());
    assertThatThrownBy(() -> compare(begun, resumedOn(SyntheticRuns.machine("Xeon"))))
        .isInstanceOf(DifferentMachinesException.class)
        .hasMessageContaining("cpu.model: AMD EPYC 9B45 / AMD EPYC 9B45 | Xeon");

    Map<String, String> facts = new TreeMap<>(SyntheticRuns.machine("AMD EPYC 9B45").facts());
    facts.put("python.pyarrow", "22.0.0");
    RunComparison upgraded = compare(begun, resumedOn(new Environment(new TreeMap<>(facts))));
    assertThat(upgraded.machine()).isEqualTo(MachineAgreement.SAME);
    assertThat(upgraded.environmentDifferences())
        .containsExactly(
            new EnvironmentDifference("python.pyarrow", List.of("21.0.0", "21.0.0 | 22.0.0")));
  }

  private ComparisonInput resumedOn(Environment later) {
    JournalContents journal = SyntheticRuns.of(suite, 2).journal();
    return RunInput.of(
        "resumed",
        new JournalContents(
            journal.header(), journal.forks(), List.of(later), journal.end(), List.of()));
  }

  @Test
  void whatAConditionCannotJudgeIsNamedAndAConditionThatNothingMeetsIsRefused() throws Exception {
    ComparisonInput failed =
        RunInput.of("after", SyntheticRuns.of(suite, 2).failing(one).journal());
    RunComparison lost = compare(input("before", 1, Map.of()), failed);
    assertThat(FailOn.parse("slower").unjudged(lost))
        .containsExactly(one + " has no result in after (--fail-on failed)");
    assertThat(FailOn.parse("failed").unjudged(lost)).isEmpty();
    String function = "/a/udf.py:score";
    assertThat(
            FailOn.parse("slower")
                .unjudged(compare(own(function, 1, "5f"), own(function, 1, "60"))))
        .singleElement()
        .asString()
        .endsWith(": their results differ");
    assertThatThrownBy(() -> FailOn.parse("slower>100%"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("twice the time is slower>50%");
    assertThat(FailOn.parse("faster>100%").morePercent()).isEqualTo(100);
  }

  @Test
  void whatNoIntervalHoldsIsSaidWithEachComparison() throws Exception {
    RunComparison comparison = compare(input("a", 1, Map.of()), input("b", 2, Map.of()));
    assertThat(MarkdownComparison.of(comparison)).contains(RunComparison.SCOPE);
    assertThat(new ComparePage().render(comparison)).contains(RunComparison.SCOPE);
  }

  private static @Nullable String refusal(ComparisonInput before, ComparisonInput after)
      throws DifferentMachinesException {
    return compare(before, after).candidates().get(0).scenarios().get(0).refusal();
  }

  private static ComparisonInput own(String function) {
    return own(function, 1, null);
  }

  private static ComparisonInput own(String function, long seed, @Nullable String checksum) {
    Map<Axis, String> words = SyntheticSuites.udf();
    words.put(Axis.FUNCTION, function);
    Scenario scenario = new Scenario("udf/arrow/unix/double/rows=1M/batch=10k/score", words);
    Question question = new Question("q", "?", List.of(scenario), null, SyntheticSuites.timing(5));
    SyntheticRuns runs = SyntheticRuns.of(SyntheticSuites.suite("s", null, question), seed);
    return RunInput.of(
        function,
        (checksum == null ? runs : runs.checksums(Map.of(scenario.id(), checksum))).journal());
  }

  @Test
  void aScenarioThatFailedOrVanishedIsNamedAndFailsTheConditionThatAsks() throws Exception {
    ComparisonInput failed =
        RunInput.of("after", SyntheticRuns.of(suite, 2).failing(one).journal());
    ComparisonInput before = input("before", 1, Map.of());
    RunComparison comparison = compare(before, failed);
    assertThat(FailOn.parse("failed").met(comparison))
        .containsExactly(one + " has no result in after");
    assertThat(FailOn.parse("slower").met(comparison)).isEmpty();

    Map<String, Samples> fewer = new TreeMap<>(before.scenarios());
    fewer.remove(one);
    assertThat(
            FailOn.parse("failed").met(compare(before, new ComparisonInput(before.run(), fewer))))
        .containsExactly(one + " has no result in before");
    assertThat(FailOn.parse("failed").met(compare(before, before))).isEmpty();
  }

  @Test
  void anArmOfWhichAForkFailedIsNotCompared() throws Exception {
    ComparisonInput partly =
        RunInput.of("after", SyntheticRuns.of(suite, 2).failingFork(one, 3).journal());
    assertThat(
            compare(input("before", 1, Map.of()), partly)
                .candidates()
                .get(0)
                .scenarios()
                .get(0)
                .refusal())
        .startsWith("in after it failed: ");
  }

  @Test
  void singleForksHaveNoIntervalAndNoMean() throws Exception {
    Suite single =
        SyntheticSuites.suite("s", null, SyntheticSuites.modes(SyntheticSuites.timing(1)));
    RunComparison comparison =
        compare(
            RunInput.of("a", SyntheticRuns.of(single, 1).journal()),
            RunInput.of("b", SyntheticRuns.of(single, 2).journal()));
    CandidateComparison candidate = comparison.candidates().get(0);
    assertThat(candidate.geometricMean()).isNull();
    assertThat(candidate.sentence()).isEqualTo("b against a: 12 too few forks.");
    assertThat(MarkdownComparison.of(comparison).replace(RunComparison.SCOPE, ""))
        .doesNotContain(" to ");
  }

  private ComparisonInput input(String label, long seed, Map<String, Double> factors) {
    return RunInput.of(
        label,
        SyntheticRuns.of(suite, seed)
            .truth(new SyntheticTruth().withoutLatency().factors(factors))
            .journal());
  }

  private static RunComparison compare(ComparisonInput... inputs)
      throws DifferentMachinesException {
    return RunComparison.of(List.of(inputs), RunComparison.DEFAULT_THRESHOLD_PERCENT, false);
  }
}
