package bridgebench.reports.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.reports.SyntheticTruth;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.run.ScenarioOutcome;
import bridgebench.scenarios.suite.Suite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriverFindingsTest {

  private static final RunAnalysis RUN =
      RunAnalysis.of(SyntheticRuns.of(SyntheticSuites.driver(5), 3).journal());

  @Test
  void arrowWinsFromARowCountWithAnInterval() {
    // 0.8 ms + 2300 ns a row against 6 ms + 90 ns a row.
    double truth = (6e6 - 0.8e6) / (2_300 - 90);

    assertThat(question("to-pandas").crossovers())
        .singleElement()
        .satisfies(
            crossover -> {
              assertThat(crossover.along()).isEqualTo(Axis.ROWS);
              assertThat(crossover.second()).isEqualTo("arrow");
              assertThat(crossover.at().low()).isLessThan(crossover.at().median());
              // The lines between neighbouring points are straight on the scale of logarithms.
              assertThat(crossover.at().median()).isBetween(0.7 * truth, 1.4 * truth);
              assertThat(crossover.sentence()).startsWith("Arrow overtakes pickle at about ");
            });
  }

  @Test
  void memoryIsToldAsAMultipleOfTheData() {
    assertThat(sentences("to-pandas", FindingKind.MEMORY))
        .hasSize(2)
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .startsWith(
                        "Pickle peaks at 9 times the data in Python and at 4 times in the JVM,")
                    .contains("1 million rows, 30.5 MiB as Arrow holds them; 5 forks"))
        .anySatisfy(sentence -> assertThat(sentence).startsWith("Arrow peaks at 2 times the data"));
  }

  @Test
  void memoryThatDoesNotGrowIsToldInWords() {
    assertThat(sentences("stay", FindingKind.MEMORY))
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .contains(
                        "in the JVM does not measurably grow the memory of Python and peaks at 1"
                            + " times the data in the JVM, garbage included ("))
        .noneSatisfy(sentence -> assertThat(sentence).contains(" 0 times"));
  }

  @Test
  void buildingThePlanIsSetAgainstMovingTheData() {
    assertThat(sentences("to-pandas", FindingKind.PLAN_SHARE))
        .singleElement()
        .asString()
        .startsWith("Building the plan takes 180 µs of ")
        .contains("with 100 rows", "with 1 million rows")
        .endsWith("; the rest moves and turns data.");
  }

  @Test
  void stayingInTheJvmIsComparedWithDoingTheWorkInPython() {
    QuestionAnalysis stay = question("stay");

    assertThat(stay.metric()).isEqualTo(Metric.TASK_NANOS);
    assertThat(stay.comparisons())
        .hasSize(3)
        .allSatisfy(
            comparison -> {
              assertThat(comparison.verdict()).isEqualTo(Verdict.FASTER);
              assertThat(comparison.sentence())
                  .contains("the work in the JVM is ")
                  .contains(" times as fast as the work in Python");
            });
  }

  @Test
  void theRunFileHasMemoryByActorAndTheSizeOfTheData() {
    ScenarioOutcome arrow =
        RUN.toRunFile().scenarios().stream()
            .filter(scenario -> scenario.axes().get("path").equals("to-pandas"))
            .filter(scenario -> scenario.axes().get("rows").equals("1000000"))
            .filter(scenario -> scenario.axes().get("mode").equals("arrow"))
            .findFirst()
            .orElseThrow();

    assertThat(arrow.figures().get("dataBytes").median()).isEqualTo(32e6);
    assertThat(arrow.figures()).containsKeys("pythonObjects");
    assertThat(arrow.peakMemoryBytes())
        .containsOnlyKeys("jvm.arrow", "jvm.heap", "jvm.operation", "python", "python.operation");
    assertThat(arrow.peakMemoryBytes().get("python.operation").median())
        .isCloseTo(64e6, within(200.0));
    assertThat(arrow.retainedMemoryBytes()).containsOnlyKeys("jvm.heap", "python");
  }

  @Test
  void whatTheBridgeAddsToTheLibrariesIsToldInTime() {
    assertThat(slowerArm(Axis.ORIGIN, "python", "jvm"))
        .matches("Data from the JVM is (1[6-9]|2[0-4]) % slower than data held in Python \\(.*");
  }

  @Test
  void dataThatRepeatsIsToldByItsRows() {
    assertThat(slowerArm(Axis.WINDOW_ROWS, "0", "10000"))
        .matches(
            "Rows that repeat after 10,000 move (1[6-9]|2[0-4]) % fewer rows a second than rows"
                + " of the default window \\(.*");
  }

  /** The sentence about an arm of to-pandas that takes a quarter longer. */
  private static String slowerArm(Axis compared, String baseline, String slower) {
    Map<Axis, String> fixed =
        Map.of(
            Axis.PATH,
            "to-pandas",
            Axis.MODE,
            "arrow",
            Axis.SHAPE,
            "three-columns",
            Axis.ROWS,
            "1000000");
    Suite suite =
        SyntheticSuites.suite(
            "s",
            null,
            SyntheticSuites.question(
                "q",
                "?",
                fixed,
                Map.of(compared, List.of(baseline, slower)),
                compared,
                baseline,
                SyntheticSuites.timing(5)));
    String id = suite.questions().get(0).scenarios().get(1).id();
    SyntheticTruth truth = new SyntheticTruth().factors(Map.of(id, 1.25));
    return RunAnalysis.of(SyntheticRuns.of(suite, 3).truth(truth).journal())
        .questions()
        .get(0)
        .comparisons()
        .get(0)
        .sentence();
  }

  @Test
  void threadsAreComparedByWhatTheyReachTogether() {
    Map<Axis, List<String>> axes = Map.of(Axis.THREADS, List.of("1", "4"));
    Map<Axis, String> fixed = Map.of(Axis.PATH, "call", Axis.CALL, "static");
    Suite suite =
        SyntheticSuites.suite(
            "threads",
            null,
            SyntheticSuites.question(
                "q", "?", fixed, axes, Axis.THREADS, "1", SyntheticSuites.timing(5)));
    String four = suite.questions().get(0).scenarios().get(1).id();
    // Each call takes a third longer, and four go on at once.
    SyntheticTruth truth = new SyntheticTruth().factors(Map.of(four, 4 / 3.0));
    QuestionAnalysis question =
        RunAnalysis.of(SyntheticRuns.of(suite, 3).truth(truth).journal()).questions().get(0);

    assertThat(question.metric()).isEqualTo(Metric.CALLS_PER_SECOND);
    assertThat(question.comparisons().get(0).speedRatio().median()).isCloseTo(3, within(0.2));
    assertThat(question.comparisons().get(0).sentence())
        .matches("4 threads make (2\\.9|3\\.[01]).* times as many calls a second as 1 thread .*");
    assertThat(question.arms().get(1).figures().get(Metric.TASK_NANOS).median())
        .isCloseTo(35_000 * 4 / 3.0, within(2_000.0));
  }

  @Test
  void whereNoRowsCrossTheRestIsNotSaidToMoveThem() {
    QuestionAnalysis stay = question("stay");

    assertThat(stay.findings())
        .filteredOn(finding -> finding.kind() == FindingKind.PLAN_SHARE)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.sentence()).doesNotContain("moves and turns data");
              assertThat(finding.evidence().get("mostShare")).isBetween(0.0, 1.0);
            });
  }

  private static QuestionAnalysis question(String id) {
    return RUN.questions().stream().filter(q -> q.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> sentences(String id, FindingKind kind) {
    return question(id).findings().stream()
        .filter(finding -> finding.kind() == kind)
        .map(Finding::sentence)
        .toList();
  }
}
