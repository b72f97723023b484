package bridgebench.reports.page;

import bridgebench.reports.chart.Sparkline;
import bridgebench.reports.chart.Unit;
import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.ForkTrace;
import bridgebench.reports.findings.Metric;
import bridgebench.reports.page.TableView.Cell;
import bridgebench.reports.page.TableView.Column;
import bridgebench.scenarios.run.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every scenario of a run in one table, with the trace of each fork. */
final class ScenarioTable {

  private static final Sparkline TRACE = new Sparkline(104, 24, 0.1);

  private ScenarioTable() {}

  static TableView of(List<Arm> arms) {
    List<Column> columns =
        List.of(
            new Column("Scenario", false),
            new Column("Rows/s", true),
            new Column("Time", true),
            new Column("95 % interval", true),
            new Column("Spread", true),
            new Column("Forks", true),
            new Column("Trace", false),
            new Column("Steadiness", false));
    List<List<Cell>> rows = new ArrayList<>(arms.size());
    for (Arm arm : arms) {
      Figure time = arm.figures().get(Metric.TASK_NANOS);
      List<Cell> row = new ArrayList<>();
      row.add(Cell.toned(arm.id(), "id"));
      row.add(ArmTables.figure(arm.figures().get(Metric.ROWS_PER_SECOND), Unit.COUNT));
      row.add(ArmTables.statusOr(arm, ArmTables.figure(time, Unit.NANOS)));
      row.add(ArmTables.interval(time, Unit.NANOS, arm.forks().size()));
      row.add(ArmTables.number(arm.variation().forkMeansPercent() / 100, Unit.PERCENT));
      row.add(forks(arm));
      row.add(trace(arm));
      row.add(Cell.text(steadiness(arm)));
      rows.add(row);
    }
    return new TableView("All scenarios", columns, rows, true);
  }

  private static Cell forks(Arm arm) {
    String text =
        arm.failedForks() == 0
            ? Integer.toString(arm.forks().size())
            : arm.forks().size() + ", " + arm.failedForks() + " failed";
    return Cell.number(text, arm.forks().size());
  }

  /** For example "5 warmed up", "3 warmed up, 2 slowing". */
  private static String steadiness(Arm arm) {
    Map<String, Integer> counts = new TreeMap<>();
    arm.forks().forEach(fork -> counts.merge(fork.warmupClass().words(), 1, Integer::sum));
    if (counts.size() == 1) {
      return counts.keySet().iterator().next();
    }
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private static Cell trace(Arm arm) {
    if (arm.forks().isEmpty()) {
      return Cell.text("");
    }
    List<double[]> lines =
        arm.forks().stream()
            .map(
                fork ->
                    Stream.concat(fork.warmupNanos().stream(), fork.measurementNanos().stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray())
            .toList();
    ForkTrace first = arm.forks().get(0);
    String label = "Time per operation by iteration, " + arm.forks().size() + " forks";
    return Cell.drawing(
        TRACE.svg(label, lines, first.warmupNanos().size()), arm.variation().outliers());
  }
}
