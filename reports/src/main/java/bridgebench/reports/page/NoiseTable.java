package bridgebench.reports.page;

import bridgebench.reports.chart.Unit;
import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.ForkTrace;
import bridgebench.reports.page.TableView.Cell;
import bridgebench.reports.page.TableView.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What else the machine did while forks ran: the median fork and the worst one, by fact. */
final class NoiseTable {

  /** Facts of which the least is the worst: a slow clock, not a fast one, slows a fork. */
  private static final Set<String> LOW_IS_WORSE = Set.of("cpuMegahertz");

  private NoiseTable() {}

  /** A fact of one fork. */
  private record Reading(double value, String fork) {}

  static TableView of(List<Arm> arms) {
    Map<String, List<Reading>> readings = new TreeMap<>();
    for (Arm arm : arms) {
      for (ForkTrace fork : arm.forks()) {
        fork.noise()
            .forEach(
                (fact, value) ->
                    readings
                        .computeIfAbsent(fact, key -> new ArrayList<>())
                        .add(new Reading(value, arm.id() + ", fork " + fork.fork())));
      }
    }
    List<List<Cell>> rows = new ArrayList<>();
    readings.forEach((fact, values) -> rows.add(row(fact, values)));
    return new TableView(
        "Noise of the machine",
        List.of(
            new Column("Fact", false),
            new Column("Median fork", true),
            new Column("Worst fork", true),
            new Column("which is", false)),
        rows,
        false);
  }

  private static List<Cell> row(String fact, List<Reading> values) {
    double[] sorted = values.stream().mapToDouble(Reading::value).sorted().toArray();
    double median = sorted[sorted.length / 2];
    double worst = LOW_IS_WORSE.contains(fact) ? sorted[0] : sorted[sorted.length - 1];
    String fork =
        worst != median
            ? values.stream()
                .filter(reading -> reading.value() == worst)
                .findFirst()
                .map(Reading::fork)
                .orElse("")
            : "";
    return List.of(
        Cell.text(title(fact)),
        Cell.number(format(fact, median), median),
        Cell.number(format(fact, worst), worst),
        Cell.toned(fork, "id"));
  }

  private static String format(String fact, double value) {
    return fact.endsWith("Nanos") ? Unit.NANOS.format(value) : Unit.COUNT.format(value);
  }

  /** "contextSwitches" as "Context switches"; a unit in the name is in the values instead. */
  static String title(String fact) {
    String words =
        fact.replaceFirst("Nanos$", " time")
            .replaceAll("([a-z])([A-Z])", "$1 $2")
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^gc ", "garbage collection ")
            .replaceFirst("^foreign cpu ", "CPU time of other processes ")
            .replaceFirst("^machine cpu ", "CPU time of all cores ")
            .replaceFirst("^own cpu ", "CPU time of this program and its forks ")
            .replaceFirst("^busy cpu ", "CPU time used, ours and others’ ")
            .replaceFirst("^cpu megahertz$", "clock of the fastest core at the end, MHz")
            .replaceFirst("^cpu pressure ", "time in which a task waited for a core ")
            .replaceFirst(" time$", "");
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
