package bridgebench.reports.page;

import bridgebench.reports.chart.Unit;
import bridgebench.reports.findings.ActorTime;
import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.LatencyFigures;
import bridgebench.reports.findings.Metric;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.reports.findings.VerdictRule;
import bridgebench.reports.page.TableView.Cell;
import bridgebench.reports.page.TableView.Column;
import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.run.ScenarioStatus;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of one question, a row for each arm. */
final class ArmTables {

  private final QuestionAnalysis question;

  ArmTables(QuestionAnalysis question) {
    this.question = question;
  }

  /** Figures with their intervals. */
  TableView figures() {
    Metric metric = question.metric();
    Metric second = metric == Metric.TASK_NANOS ? Metric.SENT_BYTES_PER_SECOND : Metric.TASK_NANOS;
    boolean hasSecond =
        question.arms().stream().anyMatch(arm -> positive(arm.figures().get(second)));
    Set<String> latencyKinds = latencyKinds();
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("Arm", false));
    columns.add(new Column(MetricText.title(metric, question.path()), true));
    columns.add(new Column("95 % interval", true));
    if (hasSecond) {
      columns.add(new Column(MetricText.title(second, question.path()), true));
    }
    for (String kind : latencyKinds) {
      columns.add(new Column("p50 " + kind, true));
      columns.add(new Column("p99 " + kind, true));
    }
    columns.add(new Column("Spread of forks", true));
    columns.add(new Column("Forks", true));
    List<List<Cell>> rows = new ArrayList<>();
    for (Arm arm : question.arms()) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.text(label(arm)));
      Unit unit = MetricText.unit(metric);
      Figure figure = arm.figures().get(metric);
      row.add(statusOr(arm, figure(figure, unit)));
      row.add(interval(figure, unit, arm.forks().size()));
      if (hasSecond) {
        row.add(figure(arm.figures().get(second), MetricText.unit(second)));
      }
      for (String kind : latencyKinds) {
        LatencyFigures latency = arm.figures().latency().get(kind);
        row.add(figure(latency == null ? null : latency.percentiles().get("p50"), Unit.NANOS));
        row.add(figure(latency == null ? null : latency.percentiles().get("p99"), Unit.NANOS));
      }
      row.add(number(arm.variation().forkMeansPercent() / 100, Unit.PERCENT));
      row.add(Cell.number(Integer.toString(arm.forks().size()), arm.forks().size()));
      rows.add(row);
    }
    return new TableView("Figures of " + question.ask(), columns, rows, true);
  }

  /** Time per operation by stage, with what no stage covers and the wait for a core. */
  TableView stages() {
    Set<String> keys = new LinkedHashSet<>();
    question.arms().forEach(arm -> keys.addAll(arm.figures().stageNanos().keySet()));
    Set<String> actors = new LinkedHashSet<>();
    question.arms().forEach(arm -> actors.addAll(arm.figures().actors().keySet()));
    List<Column> columns = new ArrayList<>(List.of(new Column("Arm", false)));
    keys.forEach(key -> columns.add(new Column(stageTitle(key), true)));
    for (String actor : actors) {
      String name = StageText.actorName(actor);
      columns.add(new Column(name + " unaccounted", true));
      columns.add(new Column(name + " waits for a core", true));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Arm arm : question.arms()) {
      if (arm.figures().stageNanos().isEmpty()) {
        continue;
      }
      List<Cell> row = new ArrayList<>(List.of(Cell.text(label(arm))));
      keys.forEach(key -> row.add(figure(arm.figures().stageNanos().get(key), Unit.NANOS)));
      for (String actor : actors) {
        ActorTime time = arm.figures().actors().get(actor);
        row.add(figure(time == null ? null : time.unaccountedNanos(), Unit.NANOS));
        row.add(figure(time == null ? null : time.runQueueNanos(), Unit.NANOS));
      }
      rows.add(row);
    }
    return new TableView("Stages of " + question.ask(), columns, rows, true);
  }

  /** What was really in force. */
  TableView effective() {
    Set<String> keys = new LinkedHashSet<>();
    question.arms().forEach(arm -> keys.addAll(arm.effective().keySet()));
    List<Column> columns = new ArrayList<>(List.of(new Column("Arm", false)));
    keys.forEach(key -> columns.add(new Column(key, false)));
    List<List<Cell>> rows = new ArrayList<>();
    for (Arm arm : question.arms()) {
      if (!arm.effective().isEmpty()) {
        List<Cell> row = new ArrayList<>(List.of(Cell.text(label(arm))));
        keys.forEach(key -> row.add(Cell.text(arm.effective().getOrDefault(key, ""))));
        rows.add(row);
      }
    }
    return new TableView("Effective options of " + question.ask(), columns, rows, true);
  }

  /** Memory by actor. */
  TableView memory() {
    Set<String> keys = new LinkedHashSet<>();
    question.arms().forEach(arm -> keys.addAll(arm.figures().memoryBytes().keySet()));
    List<Column> columns = new ArrayList<>(List.of(new Column("Arm", false)));
    keys.forEach(key -> columns.add(new Column(key, true)));
    List<List<Cell>> rows = new ArrayList<>();
    for (Arm arm : question.arms()) {
      Map<String, Figure> memory = arm.figures().memoryBytes();
      if (!memory.isEmpty()) {
        List<Cell> row = new ArrayList<>(List.of(Cell.text(label(arm))));
        keys.forEach(
            key ->
                row.add(
                    figure(memory.get(key), key.endsWith(".objects") ? Unit.COUNT : Unit.BYTES)));
        rows.add(row);
      }
    }
    return new TableView("Memory of " + question.ask(), columns, rows, true);
  }

  private String label(Arm arm) {
    String label = AxisText.label(arm.scenario(), question.variedAxes());
    return (label.isEmpty() ? arm.id() : label) + ChartArms.behind(arm);
  }

  /** They answer different questions: each has columns of its own. */
  private Set<String> latencyKinds() {
    Set<String> kinds = new LinkedHashSet<>();
    question.arms().forEach(arm -> kinds.addAll(arm.figures().latency().keySet()));
    return kinds;
  }

  private static String stageTitle(String key) {
    String actor = StageText.actor(key);
    return actor.isEmpty()
        ? key.replace('-', ' ')
        : StageText.actorName(actor) + " " + StageText.part(key);
  }

  /** The cell, or what became of an arm that no fork measured. */
  static Cell statusOr(Arm arm, Cell cell) {
    if (!arm.forks().isEmpty()) {
      return cell;
    }
    return switch (arm.status()) {
      case OK -> cell;
      case FAILED -> Cell.toned("failed", "bad");
      case SKIPPED -> Cell.toned("not run", "muted");
    };
  }

  static boolean isComplete(Arm arm) {
    return arm.status() == ScenarioStatus.OK && arm.failure() == null;
  }

  static Cell figure(@Nullable Figure figure, Unit unit) {
    return number(figure == null ? Double.NaN : figure.median(), unit);
  }

  /** Both ends, which fewer than two forks do not have; sorts by the lower one. */
  static Cell interval(@Nullable Figure figure, Unit unit, int forks) {
    return figure == null || forks < VerdictRule.FORKS_FOR_ANY
        ? Cell.number("–", Double.NaN)
        : Cell.number(unit.formatRange(figure.low(), figure.high()), figure.low());
  }

  static Cell number(double value, Unit unit) {
    return Cell.number(unit.format(value), value);
  }

  private static boolean positive(@Nullable Figure figure) {
    return figure != null && figure.median() > 0;
  }
}
