package bridgebench.reports.findings;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.scenarios.run.Environment;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WakeUpFindingsTest {

  @Test
  void whereWakeUpsAreALargePartOfACallTheQuestionSaysSo() {
    // The synthetic driver's shortest call takes 35 µs.
    assertThat(wakeUps("calls", "14000"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.sentence())
                  .startsWith(
                      "An idle core took 14 µs to wake up when the run began, and each call")
                  .contains("up to 28 µs of the 3")
                  .contains("taskset -c 0");
              assertThat(finding.evidence()).containsEntry("wakeUpNanos", 14_000.0);
              assertThat(finding.scenarioIds()).singleElement().asString().contains("Bytes=1");
            });
  }

  @Test
  void wakeUpsThatHardlyCountAreNotTold() {
    assertThat(wakeUps("calls", "3000")).isEmpty();
  }

  @Test
  void aCallShorterThanItsWakeUpsDidNotWaitForThem() {
    assertThat(wakeUps("calls", "63000")).isEmpty();
  }

  @Test
  void aRunThatDidNotMeasureItTellsNothing() {
    assertThat(of("calls", SyntheticRuns.machine("AMD EPYC 9B45"))).isEmpty();
  }

  @Test
  void movingRowsIsNotWaitingForWakeUps() {
    assertThat(wakeUps("to-pandas", "14000")).isEmpty();
  }

  private static List<Finding> wakeUps(String question, String nanos) {
    TreeMap<String, String> facts = new TreeMap<>(SyntheticRuns.machine("AMD EPYC 9B45").facts());
    facts.put(Environment.WAKE_UP_NANOS, nanos);
    return of(question, new Environment(facts));
  }

  private static List<Finding> of(String question, Environment environment) {
    RunAnalysis run =
        RunAnalysis.of(
            SyntheticRuns.of(SyntheticSuites.driver(5), 3).environment(environment).journal());
    return run.questions().stream()
        .filter(answer -> answer.id().equals(question))
        .flatMap(answer -> answer.findings().stream())
        .filter(finding -> finding.kind() == FindingKind.WAKE_UP)
        .toList();
  }
}
