package bridgebench.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.reports.SyntheticTruth;
import bridgebench.reports.compare.RunComparison;
import bridgebench.reports.compare.RunInput;
import bridgebench.scenarios.suite.Suite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparePageTest {

  private static final Suite SUITE =
      SyntheticSuites.suite("modes", null, SyntheticSuites.modes(SyntheticSuites.timing(5)));

  @Test
  void aSlowerScenarioIsNamedDrawnAndTabled() throws Exception {
    String id = SUITE.questions().get(0).scenarios().get(0).id();
    SyntheticTruth slower = new SyntheticTruth().factors(Map.of(id, 1.4));
    String page =
        new ComparePage()
            .render(
                RunComparison.of(
                    List.of(
                        RunInput.of("main", SyntheticRuns.of(SUITE, 1).journal()),
                        RunInput.of("change", SyntheticRuns.of(SUITE, 2).truth(slower).journal())),
                    2,
                    false));
    assertThat(page)
        .contains("<title>change against main</title>")
        .contains("The environments agree")
        .contains("<figure id=\"c1-ratios\">")
        .contains("<td class=\"bad\">slower</td>");
  }

  @Test
  void differentMachinesAreSaidFirst() throws Exception {
    String page =
        new ComparePage()
            .render(
                RunComparison.of(
                    List.of(
                        RunInput.of("here", SyntheticRuns.of(SUITE, 1).journal()),
                        RunInput.of(
                            "there",
                            SyntheticRuns.of(SUITE, 2)
                                .environment(SyntheticRuns.machine("Another <CPU>"))
                                .journal())),
                    2,
                    true));
    int warning = page.indexOf("measured on different machines");
    assertThat(warning).isPositive().isLessThan(page.indexOf("<figure"));
    assertThat(page).contains("Another &lt;CPU&gt;").doesNotContain("<CPU>");
  }
}
