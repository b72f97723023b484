package bridgebench.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.scenarios.run.Environment;
import bridgebench.scenarios.run.RunFile;
import bridgebench.scenarios.suite.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

  /** A run of the suite, as many days after the first as its seed says. */
  static RunFile run(long seed, Environment machine) {
    RunFile run =
        RunAnalysis.of(SyntheticRuns.of(SUITE, seed).environment(machine).journal()).toRunFile();
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
