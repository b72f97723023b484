package bridgebench.reports.page;

import bridgebench.reports.chart.ChartDrawer;
import bridgebench.reports.chart.ChartFonts;
import bridgebench.reports.chart.Unit;
import bridgebench.reports.compare.CandidateComparison;
import bridgebench.reports.compare.ComparedRun;
import bridgebench.reports.compare.EnvironmentDifference;
import bridgebench.reports.compare.MachineAgreement;
import bridgebench.reports.compare.RunComparison;
import bridgebench.reports.findings.Verdict;
import bridgebench.reports.page.TableView.Cell;
import bridgebench.reports.page.TableView.Column;
import bridgebench.scenarios.run.TrustLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two or more runs side by side as one HTML file: differences of the machines first. */
public final class ComparePage {

  private static final int MOST_NAMED = 12;

  private final Optional<ChartDrawer> drawer;
  private final PageTemplates templates = new PageTemplates();

  /** With the charts that this Java can draw. */
  public ComparePage() {
    this(ChartFonts.load().map(ChartDrawer::new));
  }

  ComparePage(Optional<ChartDrawer> drawer) {
    this.drawer = drawer;
  }

  /**
   * Writes the comparison, whole or not at all.
   *
   * @throws IOException naming the file and the reason
   */
  public static void write(RunComparison comparison, Path html) throws IOException {
    PageFile.write(html, new ComparePage().render(comparison));
  }

  /** The page as text; the same comparison gives the same text on every machine. */
  public String render(RunComparison comparison) {
    CompareView view = view(comparison);
    return templates.fill("compare", view.title(), view);
  }

  private CompareView view(RunComparison comparison) {
    List<ComparedRun> runs = comparison.runs();
    String title =
        runs.size() == 2
            ? runs.get(1).label() + " against " + runs.get(0).label()
            : runs.size() - 1 + " runs against " + runs.get(0).label();
    List<CompareView.Candidate> candidates = new ArrayList<>();
    for (CandidateComparison candidate : comparison.candidates()) {
      candidates.add(candidate(comparison, candidate, "c" + (candidates.size() + 1)));
    }
    return new CompareView(
        title,
        warnings(comparison),
        runs(runs),
        differences(comparison.runs(), comparison.environmentDifferences()),
        RunComparison.SCOPE,
        candidates);
  }

  private static List<String> warnings(RunComparison comparison) {
    List<String> warnings = new ArrayList<>();
    if (comparison.machine() == MachineAgreement.DIFFERENT) {
      warnings.add(
          "The runs were measured on different machines: a ratio tells the machines apart as much"
              + " as the programs.");
    }
    if (comparison.machine() == MachineAgreement.UNKNOWN) {
      warnings.add(
          "An input does not say on which machine it was measured; the ratios hold only if the"
              + " machine was the same.");
    }
    comparison.reservations().forEach(reason -> warnings.add(reason + "."));
    return warnings;
  }

  private CompareView.Candidate candidate(
      RunComparison comparison, CandidateComparison candidate, String anchor) {
    List<ChartView> charts =
        RatioCharts.of(candidate, comparison.thresholdPercent() / 100).stream()
            .map(chart -> ChartView.of(chart, anchor, drawer))
            .toList();
    List<String> missing = new ArrayList<>();
    addMissing(missing, "Only in the baseline", candidate.onlyInBaseline());
    addMissing(missing, "Only in the candidate", candidate.onlyInCandidate());
    return new CompareView.Candidate(
        anchor,
        candidate.candidate(),
        Sentences.unbroken(candidate.sentence()),
        counts(candidate),
        charts,
        CompareTable.of(candidate),
        missing);
  }

  private static List<ReportView.Fact> counts(CandidateComparison candidate) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    candidate.scenarios().forEach(scenario -> counts.merge(scenario.verdict(), 1, Integer::sum));
    List<ReportView.Fact> facts = new ArrayList<>();
    if (candidate.geometricMean() != null) {
      facts.add(
          new ReportView.Fact(
              "Geometric mean of speed",
              Unit.RATIO.format(candidate.geometricMean().median())
                  + " ("
                  + Unit.RATIO.formatRange(
                      candidate.geometricMean().low(), candidate.geometricMean().high())
                  + ")"));
    }
    counts.forEach(
        (verdict, count) -> facts.add(new ReportView.Fact(verdict.words(), count.toString())));
    return facts;
  }

  private static void addMissing(List<String> sentences, String where, List<String> ids) {
    if (!ids.isEmpty()) {
      String more = ids.size() > MOST_NAMED ? ", and " + (ids.size() - MOST_NAMED) + " more" : "";
      sentences.add(
          where
              + ": "
              + String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size())))
              + more
              + ".");
    }
  }

  private static TableView runs(List<ComparedRun> runs) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ComparedRun run : runs) {
      rows.add(
          List.of(
              Cell.text(rows.isEmpty() ? "Baseline" : "Candidate"),
              Cell.text(run.label()),
              Cell.text(run.source().equals("jmh") ? "JMH result file" : "bridgebench run"),
              Cell.text(run.trust() == TrustLevel.UNKNOWN ? "not judged" : run.trust().word()),
              Cell.number(Integer.toString(run.scenarios()), run.scenarios())));
    }
    return new TableView(
        "Compared runs",
        List.of(
            new Column("Part", false),
            new Column("Run", false),
            new Column("Source", false),
            new Column("Trust", false),
            new Column("Scenarios", true)),
        rows,
        false);
  }

  private static TableView differences(
      List<ComparedRun> runs, List<EnvironmentDifference> differences) {
    List<Column> columns = new ArrayList<>(List.of(new Column("Fact", false)));
    runs.forEach(run -> columns.add(new Column(run.label(), false)));
    List<List<Cell>> rows = new ArrayList<>();
    for (EnvironmentDifference difference : differences) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(difference.fact())));
      difference
          .values()
          .forEach(
              value ->
                  row.add(value == null ? Cell.toned("not stated", "muted") : Cell.text(value)));
      rows.add(row);
    }
    return new TableView("Differences of the environments", columns, rows, false);
  }
}
