package bridgebench.reports.page;

import bridgebench.reports.chart.ChartDrawer;
import bridgebench.reports.chart.ChartFonts;
import bridgebench.reports.chart.Unit;
import bridgebench.reports.compare.JmhBenchmark;
import bridgebench.reports.compare.JmhFile;
import bridgebench.reports.findings.VerdictRule;
import bridgebench.reports.page.TableView.Cell;
import bridgebench.reports.page.TableView.Column;
import bridgebench.reports.statistics.VarianceLevels;
import bridgebench.scenarios.run.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A JMH result file of any project as one HTML file: medians over forks with their intervals, which
 * JMH's own error column, made of the pooled iterations of all forks, is not.
 */
public final class JmhPage {

  private static final int MOST_CHARTS = 40;

  private final Optional<ChartDrawer> drawer;
  private final PageTemplates templates = new PageTemplates();

  /** With the charts that this Java can draw. */
  public JmhPage() {
    this(ChartFonts.load().map(ChartDrawer::new));
  }

  JmhPage(Optional<ChartDrawer> drawer) {
    this.drawer = drawer;
  }

  /**
   * Writes the page, whole or not at all.
   *
   * @throws IOException naming the file and the reason
   */
  public static void write(JmhFile file, Path html) throws IOException {
    PageFile.write(html, new JmhPage().render(file));
  }

  /** The page as text; the same file gives the same text on every machine. */
  public String render(JmhFile file) {
    JmhView view = view(file);
    return templates.fill("jmh", view.title() + " · JMH result", view);
  }

  private JmhView view(JmhFile file) {
    List<JmhView.Group> groups = groups(file.benchmarks());
    return new JmhView(
        file.run().label(),
        facts(file),
        warnings(file.benchmarks()),
        groups.subList(0, Math.min(MOST_CHARTS, groups.size())),
        leftOut(groups.size() - MOST_CHARTS),
        table(file.benchmarks()),
        environment(file.run().environment()));
  }

  private static List<ReportView.Fact> facts(JmhFile file) {
    List<ReportView.Fact> facts = new ArrayList<>();
    facts.add(new ReportView.Fact("Benchmarks", Integer.toString(file.benchmarks().size())));
    Map.of("jmh.version", "JMH", "jvm.javaVersion", "Java").entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            fact -> {
              String value = file.run().environment().get(fact.getKey());
              if (value != null) {
                facts.add(new ReportView.Fact(fact.getValue(), value));
              }
            });
    return facts;
  }

  private static List<String> warnings(List<JmhBenchmark> benchmarks) {
    long few =
        benchmarks.stream()
            .filter(benchmark -> benchmark.samples().problem() == null)
            .filter(
                benchmark ->
                    benchmark.samples().forks().length < VerdictRule.FORKS_FOR_A_CONCLUSION)
            .count();
    List<String> warnings = new ArrayList<>();
    if (few > 0) {
      warnings.add(
          (few == benchmarks.size() ? "Every benchmark" : few + " of the benchmarks")
              + " ran in fewer than 5 forks: what differs from one JVM to the next is known badly or"
              + " not at all (-f 5).");
    }
    return warnings;
  }

  private List<JmhView.Group> groups(List<JmhBenchmark> benchmarks) {
    Map<String, List<JmhBenchmark>> byClass = new LinkedHashMap<>();
    for (JmhBenchmark benchmark : benchmarks) {
      String title = JmhUnit.of(benchmark.samples().unit()).title();
      byClass
          .computeIfAbsent(benchmark.className() + ", " + title, key -> new ArrayList<>())
          .add(benchmark);
    }
    List<JmhView.Group> groups = new ArrayList<>();
    for (Map.Entry<String, List<JmhBenchmark>> group : byClass.entrySet()) {
      String anchor = "g" + (groups.size() + 1);
      Optional<ChartDrawer> pen = groups.size() < MOST_CHARTS ? drawer : Optional.empty();
      List<ChartView> charts =
          JmhCharts.of(group.getValue()).stream()
              .map(chart -> ChartView.of(chart, anchor, pen))
              .toList();
      if (!charts.isEmpty()) {
        groups.add(new JmhView.Group(anchor, group.getKey(), charts));
      }
    }
    return groups;
  }

  private static String leftOut(int groups) {
    if (groups <= 0) {
      return "";
    }
    return (groups == 1
            ? "1 more group of benchmarks has"
            : groups + " more groups of benchmarks have")
        + " no chart, because a page draws at most "
        + MOST_CHARTS
        + "; the figures are in the table of all benchmarks.";
  }

  private static TableView table(List<JmhBenchmark> benchmarks) {
    List<List<Cell>> rows = new ArrayList<>();
    benchmarks.forEach(benchmark -> rows.add(row(benchmark)));
    return new TableView(
        "All benchmarks",
        List.of(
            new Column("Benchmark", false),
            new Column("Median", true),
            new Column("95 % interval", true),
            new Column("Spread of forks", true),
            new Column("of iterations", true),
            new Column("Forks", true),
            new Column("Threads", true)),
        rows,
        true);
  }

  private static List<Cell> row(JmhBenchmark benchmark) {
    JmhUnit unit = JmhUnit.of(benchmark.samples().unit());
    Figure figure = JmhCharts.converted(benchmark);
    double[][] forks = benchmark.samples().forks();
    String problem = benchmark.samples().problem();
    VarianceLevels levels = forks.length == 0 ? null : VarianceLevels.of(forks);
    String threads = benchmark.samples().settings().getOrDefault("threads", "1");
    return List.of(
        Cell.toned(benchmark.id(), "id"),
        problem == null ? ArmTables.figure(figure, unit.unit()) : Cell.toned(problem, "bad"),
        ArmTables.interval(figure, unit.unit(), forks.length),
        ArmTables.number(levels == null ? Double.NaN : levels.forkMeans(), Unit.PERCENT),
        ArmTables.number(levels == null ? Double.NaN : levels.betweenIterations(), Unit.PERCENT),
        Cell.number(Integer.toString(forks.length), forks.length),
        Cell.number(threads, Double.parseDouble(threads)));
  }

  private static TableView environment(SortedMap<String, String> environment) {
    List<List<Cell>> rows = new ArrayList<>();
    environment.forEach((key, value) -> rows.add(List.of(Cell.text(key), Cell.text(value))));
    return new TableView(
        "Environment", List.of(new Column("Fact", false), new Column("Value", false)), rows, false);
  }
}
