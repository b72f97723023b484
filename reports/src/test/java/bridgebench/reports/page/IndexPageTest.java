package bridgebench.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.Environment;
import bridgebench.scenarios.run.RunFile;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexPageTest {

  private static final Suite SUITE =
      SyntheticSuites.suite("modes", null, SyntheticSuites.modes(SyntheticSuites.timing(3)));

  @Test
  void scenariosMeasuredTwiceOnAMachineHaveATrend() {
    List<IndexedRun> runs =
        new ArrayList<>(
            List.of(
                new IndexedRun("a/report.html", run(1, SyntheticRuns.machine("one"))),
                new IndexedRun("b/report.html", run(2, SyntheticRuns.machine("one"))),
                new IndexedRun("c/report.html", run(3, SyntheticRuns.machine("other")))));
    String page = new IndexPage().render(runs);
    assertThat(page)
        .contains("href=\"a/report.html\"")
        .contains("Trends on one, 2 cores")
        .contains("scenarios complete, trust green")
        .doesNotContain("Trends on other");
    assertThat(page.split("class=\"spark\"", -1)).hasSize(12 + 1);
    Collections.reverse(runs);
    assertThat(new IndexPage().render(runs)).isEqualTo(page);
  }

  @Test
  void aRunWithoutAReportIsListedWithoutALink() {
    String page =
        new IndexPage().render(List.of(new IndexedRun("", run(1, SyntheticRuns.machine("one")))));
    assertThat(page).contains("What would Arrow gain my UDF?").doesNotContain("href=\"\"");
  }

  @Test
  void theDriversRowsOfOlderRunsAreInNoTrend() {
    Map<Axis, String> older =
        Map.of(Axis.PATH, "to-arrow", Axis.SHAPE, "long", Axis.ROWS, "1000000");
    Map<Axis, String> today = new EnumMap<>(older);
    today.put(Axis.WINDOW_ROWS, "0");

    assertThat(trendsOf(older, today)).isZero();
    assertThat(trendsOf(today, today)).isOne();
    // So few did not repeat then either.
    Map<Axis, String> few = new EnumMap<>(older);
    few.put(Axis.ROWS, "1000");
    Map<Axis, String> fewToday = new EnumMap<>(today);
    fewToday.put(Axis.ROWS, "1000");
    assertThat(trendsOf(few, fewToday)).isOne();
  }

  private static int trendsOf(Map<Axis, String> first, Map<Axis, String> second) {
    Environment machine = SyntheticRuns.machine("one");
    List<IndexedRun> runs =
        List.of(
            new IndexedRun("a", run(oneScenario(first), 1, machine)),
            new IndexedRun("b", run(oneScenario(second), 2, machine)));
    return new IndexPage().render(runs).split("class=\"spark\"", -1).length - 1;
  }

  private static Suite oneScenario(Map<Axis, String> axes) {
    return SyntheticSuites.suite(
        "s",
        null,
        new Question(
            "q", "?", List.of(new Scenario("one", axes)), null, SyntheticSuites.timing(3)));
  }

  /** A run of the suite, as many days after the first as its seed says. */
  static RunFile run(long seed, Environment machine) {
    return run(SUITE, seed, machine);
  }

  private static RunFile run(Suite suite, long seed, Environment machine) {
    RunFile run =
        RunAnalysis.of(SyntheticRuns.of(suite, seed).environment(machine).journal()).toRunFile();
    return new RunFile(
        run.formatVersion(),
        run.statisticsVersion(),
        run.runId() + "-" + seed,
        run.startedAt().plus(Duration.ofDays(seed)),
        run.end(),
        run.command(),
        run.seed(),
        run.suite(),
        run.environment(),
        run.resumedOn(),
        run.trust(),
        run.scenarios());
  }
}
