package bridgebench.reports.page;

import bridgebench.reports.chart.ChartDrawer;
import bridgebench.reports.chart.ChartFonts;
import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.reports.findings.RunFacts;
import bridgebench.reports.page.TableView.Cell;
import bridgebench.reports.page.TableView.Column;
import bridgebench.scenarios.run.FailureRecord;
import bridgebench.scenarios.run.ScenarioStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The report of one run: one HTML file that needs nothing beside it. */
public final class ReportPage {

  private final Optional<ChartDrawer> drawer;
  private final ReportOptions options;
  private final PageTemplates templates = new PageTemplates();

  /** With the charts that this Java can draw. */
  public ReportPage() {
    this(ReportOptions.DEFAULT);
  }

  /** With the charts that this Java can draw and what the reader asks for. */
  public ReportPage(ReportOptions options) {
    this(ChartFonts.load().map(ChartDrawer::new), options);
  }

  /**
   * With charts or without.
   *
   * @param drawer empty where no font can be used; the page then has tables in their place
   */
  ReportPage(Optional<ChartDrawer> drawer, ReportOptions options) {
    this.drawer = drawer;
    this.options = options;
  }

  /**
   * Writes the report of a run, whole or not at all.
   *
   * @throws IOException naming the file and the reason
   */
  public void write(RunAnalysis run, Path html) throws IOException {
    PageFile.write(html, render(run));
  }

  /** The page as text; the same run gives the same text on every machine. */
  public String render(RunAnalysis run) {
    return templates.fill("report", run.facts().title() + " · " + run.facts().runId(), view(run));
  }

  private ReportView view(RunAnalysis run) {
    RunFacts facts = run.facts();
    String note = facts.note();
    List<QuestionView> questions = new QuestionViews(drawer, options).of(run.questions());
    return new ReportView(
        facts.suite() + " · " + PageDates.of(facts.startedAt()) + outcome(facts.outcome()),
        facts.title(),
        note == null ? "" : note,
        headline(facts.environment(), run.arms()),
        TrustView.of(run.trust()),
        warnings(facts),
        QuestionAnswers.conclusiveFirst(run.questions()).stream()
            .map(question -> questions.get(run.questions().indexOf(question)))
            .toList(),
        questions,
        ScenarioTable.of(run.arms()),
        failures(run.arms()),
        environment(facts.environment(), run.arms()),
        NoiseTable.of(run.arms()),
        facts.command(),
        "Seed "
            + facts.seed()
            + ": the same seed gives the same rows and the same order of forks. Statistics version "
            + run.statisticsVersion()
            + ".",
        RawData.of(run));
  }

  private static String outcome(String outcome) {
    return outcome.equals("finished") ? "" : " · " + outcome;
  }

  private List<String> warnings(RunFacts facts) {
    List<String> warnings = new ArrayList<>();
    if (drawer.isEmpty()) {
      warnings.add(
          "Charts could not be drawn, because the Java that wrote this page has no usable font"
              + " library (on Debian: apt-get install libfontconfig1 libfreetype6). Each chart’s"
              + " numbers are in a table in its place.");
    }
    if (!facts.outcome().equals("finished")) {
      warnings.add(
          "The run is " + facts.outcome() + ": figures rest on the forks that were finished.");
    }
    warnings.addAll(facts.warnings());
    warnings.addAll(facts.environmentChanges());
    return warnings;
  }

  private static List<ReportView.Fact> headline(
      SortedMap<String, String> environment, List<Arm> arms) {
    List<ReportView.Fact> facts = new ArrayList<>();
    HeadlineFacts.NAMES.forEach(
        (key, name) -> {
          String value = environment.get(key);
          if (value != null) {
            facts.add(new ReportView.Fact(name, value));
          }
        });
    long ok = arms.stream().filter(ArmTables::isComplete).count();
    facts.add(
        new ReportView.Fact(
            "Scenarios",
            ok == arms.size() ? Long.toString(ok) : ok + " of " + arms.size() + " complete"));
    return facts;
  }

  private static List<ReportView.Failure> failures(List<Arm> arms) {
    List<ReportView.Failure> failures = new ArrayList<>();
    for (Arm arm : arms) {
      FailureRecord failure = arm.failure();
      if (failure != null) {
        int all = arm.failedForks() + arm.forks().size();
        failures.add(
            new ReportView.Failure(
                arm.id(),
                arm.failedForks()
                    + " of "
                    + all
                    + " forks failed, "
                    + failure.kind()
                    + ": "
                    + failure.message(),
                failure.detail()));
      } else if (arm.status() == ScenarioStatus.SKIPPED) {
        failures.add(
            new ReportView.Failure(arm.id(), "Not run: the run ended before its first fork.", ""));
      }
    }
    return failures;
  }

  private static TableView environment(SortedMap<String, String> environment, List<Arm> arms) {
    List<List<Cell>> rows = new ArrayList<>();
    environment.forEach((key, value) -> rows.add(List.of(Cell.text(key), Cell.text(value))));
    workerFacts(arms)
        .forEach(
            (key, values) ->
                rows.add(
                    List.of(
                        Cell.text("as workers report: " + key),
                        Cell.text(String.join("; ", values)))));
    return new TableView(
        "Environment", List.of(new Column("Fact", false), new Column("Value", false)), rows, false);
  }

  /** Every value of each fact: workers that need fewer packages report fewer. */
  private static SortedMap<String, SortedSet<String>> workerFacts(List<Arm> arms) {
    SortedMap<String, SortedSet<String>> facts = new TreeMap<>();
    for (Arm arm : arms) {
      arm.workerVersions()
          .forEach((key, value) -> facts.computeIfAbsent(key, k -> new TreeSet<>()).add(value));
    }
    return facts;
  }
}
