package bridgebench.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.ChangedForks;
import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.Suite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pages of small runs, read as text. */
class SmallRunsTest {

  @Test
  void oneForkHasNoInterval() {
    String page = page(SyntheticSuites.modes(SyntheticSuites.timing(1)));
    assertThat(page).contains("median of 1 fork").doesNotContain("interval over 1");
    String figures = after(page, "<table id=\"all-scenarios\"");
    assertThat(figures).contains("<td class=\"n \" data-k=\"-Infinity\">–</td>");
    assertThat(after(page, "<caption class=\"vh\">Numbers of the chart"))
        .contains("<td class=\"n \">–</td><td class=\"n \">–</td>");
  }

  @Test
  void theFirstTasksOfTwoForksHaveNoBand() {
    String two = page(SyntheticSuites.workerStarts(SyntheticSuites.timing(2)));
    assertThat(two).contains("first tasks, median over 2 forks").doesNotContain("interval over 2");
    assertThat(firstTasks(two)).contains(">Time per task</th>").doesNotContain(">Low</th>");

    String three = page(SyntheticSuites.workerStarts(SyntheticSuites.timing(3)));
    assertThat(three).contains("first tasks, median and 95 % interval over 3 forks");
    assertThat(firstTasks(three)).contains(">Low</th>", ">High</th>");
  }

  private static String firstTasks(String page) {
    int from = page.indexOf("<figure id=\"q1-first-tasks\"");
    assertThat(from).isNotNegative();
    return page.substring(from, page.indexOf("</thead>", from));
  }

  @Test
  void tooFewForksAreNoProvisionalConclusion() {
    assertThat(page(SyntheticSuites.modes(SyntheticSuites.timing(1))))
        .contains(">too few forks</td>")
        .doesNotContain("too few forks (provisional)");
    assertThat(page(SyntheticSuites.modes(SyntheticSuites.timing(3))))
        .contains(">faster (provisional)</td>");
  }

  @Test
  void theJvmAloneIsNotTheAnswerHoweverFarItIs() {
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(Axis.MODE, List.of("jvm", "pickle", "arrow"));
    Question question =
        SyntheticSuites.question(
            "modes",
            "What does each mode reach?",
            SyntheticSuites.udf(),
            axes,
            Axis.MODE,
            "pickle",
            SyntheticSuites.timing(5));
    assertThat(after(page(question), "<p class=\"finding\">")).startsWith("Arrow moves ");
  }

  @Test
  void theWorstForkOfAClockIsTheSlowestOne() {
    String page =
        new ReportPage()
            .render(
                RunAnalysis.of(
                    withNoise(
                        journal(SyntheticSuites.modes(SyntheticSuites.timing(2))),
                        "cpuMegahertz",
                        List.of(2_900.0, 3_000.0, 3_000.0, 3_100.0))));
    String row = after(page, "Clock of the fastest core at the end, MHz");
    assertThat(row).contains(">3 k<").contains(">2.9 k<").doesNotContain(">3.1 k<");
  }

  @Test
  void anArmBehindItsRateIsMarkedWhereItsTimesStand() {
    String page = page(SyntheticSuites.rates(List.of("pickle", "arrow"), List.of("200", "20000")));
    assertThat(after(page, "Figures of How soon is a batch answered?"))
        .contains(
            ">pickle, 20 k batches/s, behind its rate</th>",
            ">arrow, 20 k batches/s</th>",
            ">pickle, 200 batches/s</th>");
  }

  @Test
  void whatWorkersReportIsOneRowAFact() {
    assertThat(page(SyntheticSuites.modes(SyntheticSuites.timing(2))))
        .containsOnlyOnce("as workers report: pyarrow")
        .containsOnlyOnce("as workers report: python");
  }

  @Test
  void aFactThatChangedIsSaidOnce() {
    JournalContents journal = journal(SyntheticSuites.modes(SyntheticSuites.timing(2)));
    JournalContents resumed =
        new JournalContents(
            journal.header(),
            journal.forks(),
            List.of(SyntheticRuns.machine("another CPU")),
            journal.end(),
            List.of());
    assertThat(new ReportPage().render(RunAnalysis.of(resumed)))
        .contains("<p class=\"warn\">When the run was resumed, cpu.model had changed")
        .doesNotContain("Changed when the run was resumed");
  }

  @Test
  void everyKindOfLatencyHasColumnsOfItsOwn() {
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(Axis.WRITER, List.of("thread", "lockstep"));
    String page =
        page(
            SyntheticSuites.question(
                "writers",
                "What does a writer cost?",
                SyntheticSuites.udf(),
                axes,
                null,
                null,
                SyntheticSuites.timing(5)));
    assertThat(page)
        .contains(">p50 residence</th>", ">p99 residence</th>")
        .contains(">p50 service</th>", ">p99 service</th>");
  }

  private static String page(Question question) {
    return new ReportPage().render(RunAnalysis.of(journal(question)));
  }

  private static JournalContents journal(Question question) {
    Suite suite = SyntheticSuites.suite("small", null, question);
    return SyntheticRuns.of(suite, 7).journal();
  }

  private static JournalContents withNoise(
      JournalContents journal, String fact, List<Double> values) {
    List<ForkRecord> forks = new ArrayList<>();
    for (ForkRecord fork : journal.forks()) {
      Map<String, Double> noise = new HashMap<>(fork.noise());
      noise.put(fact, values.get(forks.size() % values.size()));
      forks.add(ChangedForks.withNoise(fork, noise));
    }
    return new JournalContents(
        journal.header(), forks, journal.resumedOn(), journal.end(), journal.warnings());
  }

  private static String after(String page, String text) {
    int from = page.indexOf(text);
    assertThat(from).as(text).isNotNegative();
    return page.substring(from + text.length(), Math.min(page.length(), from + 20_000));
  }
}
