package bridgebench.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.chart.LineChartData;
import bridgebench.reports.chart.SeriesStyle;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.scenarios.suite.SuiteException;
import bridgebench.scenarios.suite.SuiteReader;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of the suites that come with the program, with figures made up. */
class ShippedSuitesTest {

  static List<String> suites() {
    return SuiteReader.shippedNames();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void noTwoLinesOfAChartLookAlike(String suite) throws SuiteException {
    for (QuestionAnalysis question : run(suite).questions()) {
      for (PlannedChart chart : QuestionCharts.of(question, ReportOptions.DEFAULT)) {
        if (chart.data() instanceof LineChartData lines) {
          List<SeriesStyle> styles = lines.series().stream().map(l -> l.style()).toList();
          assertThat(styles).as(question.id() + " " + chart.slug()).doesNotHaveDuplicates();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("suites")
  void everyQuestionsAnswerIsDrawn(String suite) throws SuiteException {
    RunAnalysis run = run(suite);
    String page = new ReportPage().render(run);
    for (int i = 1; i <= run.questions().size(); i++) {
      assertThat(page).containsPattern("<figure id=\"q" + i + "-");
    }
  }

  @Test
  void thePageOfTheDriverDrawsMemoryStagesAndLatencyAndSaysWhatItDoesNotDraw()
      throws SuiteException {
    String page = new ReportPage().render(run("driver"));
    assertThat(count("<figure ", page)).isBetween(30L, 40L);
    assertThat(page)
        .containsPattern("<figure id=\"q1-sweep\"")
        .containsPattern("<figure id=\"q1-memory\"")
        .containsPattern("<figure id=\"q1-stages\"")
        .containsPattern("<figure id=\"q9-memory\"");
  }

  @Test
  void aRunOfManyScenariosShowsTheChartsBeyondItsBudgetAsClosedTables() {
    String page = new ReportPage().render(RunAnalysis.of(SyntheticRuns.manyQuestions(30, 3)));
    assertThat(count("<figure ", page)).isEqualTo(40);
    assertThat(page).contains("1 more chart is a table here, because a page draws at most 40.");
    assertThat(count("<details id=\"q\\d+-[a-z-]+\"><summary>", page)).isEqualTo(20);
  }

  private static long count(String pattern, String page) {
    return Pattern.compile(pattern).matcher(page).results().count();
  }

  private static RunAnalysis run(String suite) throws SuiteException {
    return RunAnalysis.of(SyntheticRuns.of(SuiteReader.readShipped(suite), 7).journal());
  }
}
