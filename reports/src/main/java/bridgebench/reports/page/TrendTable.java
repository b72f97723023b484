package bridgebench.reports.page;

import bridgebench.reports.chart.Sparkline;
import bridgebench.reports.chart.Unit;
import bridgebench.reports.compare.OlderRuns;
import bridgebench.reports.findings.Metric;
import bridgebench.reports.page.TableView.Cell;
import bridgebench.reports.page.TableView.Column;
import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.run.RunFile;
import bridgebench.scenarios.run.ScenarioOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the time of each scenario went over the runs of one machine: of an operation, or of an answer
 * where batches are sent at a rate.
 */
final class TrendTable {

  private static final Sparkline TREND = new Sparkline(160, 28, 0.25);

  private TrendTable() {}

  /** One row for each scenario that two runs or more measured; newest figures last. */
  static TableView of(String machine, List<RunFile> oldestFirst) {
    Map<String, List<Figure>> times = new LinkedHashMap<>();
    Map<String, Integer> newestForks = new HashMap<>();
    for (RunFile run : oldestFirst) {
      for (ScenarioOutcome scenario : run.scenarios()) {
        boolean atARate = scenario.figures().containsKey(Metric.RESPONSE_NANOS.key());
        Metric metric = atARate ? Metric.RESPONSE_NANOS : Metric.TASK_NANOS;
        Figure time = scenario.figures().get(metric.key());
        if (time != null && !OlderRuns.hadOtherRows(scenario.axes())) {
          times.computeIfAbsent(scenario.id(), key -> new ArrayList<>()).add(time);
          newestForks.put(scenario.id(), scenario.forks());
        }
      }
    }
    List<List<Cell>> rows = new ArrayList<>();
    times.forEach(
        (id, figures) -> {
          if (figures.size() > 1) {
            rows.add(row(id, figures, newestForks.getOrDefault(id, 0)));
          }
        });
    return new TableView(
        "Trends on " + machine,
        List.of(
            new Column("Scenario", false),
            new Column("Runs", true),
            new Column("Trend", false),
            new Column("Newest", true),
            new Column("95 % interval", true),
            new Column("of the one before", true)),
        rows,
        true);
  }

  private static List<Cell> row(String id, List<Figure> figures, int newestForks) {
    Figure newest = figures.get(figures.size() - 1);
    Figure before = figures.get(figures.size() - 2);
    double[] medians = figures.stream().mapToDouble(Figure::median).toArray();
    double ratio = newest.median() / before.median();
    String label =
        "Time over "
            + figures.size()
            + " runs, from "
            + Unit.NANOS.format(medians[0])
            + " to "
            + Unit.NANOS.format(newest.median());
    return List.of(
        Cell.toned(id, "id"),
        Cell.number(Integer.toString(figures.size()), figures.size()),
        Cell.drawing(TREND.svg(label, List.of(medians), -1), ratio),
        ArmTables.figure(newest, Unit.NANOS),
        ArmTables.interval(newest, Unit.NANOS, newestForks),
        ArmTables.number(ratio, Unit.RATIO));
  }
}
