package bridgebench.reports.page;

import bridgebench.reports.chart.Unit;
import bridgebench.reports.compare.MachineIdentity;
import bridgebench.scenarios.run.RunEnd;
import bridgebench.scenarios.run.RunFile;
import bridgebench.scenarios.run.ScenarioStatus;
import bridgebench.scenarios.run.TrustLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A static index over many runs, with the trend of each scenario on the same machine. */
public final class IndexPage {

  /** Facts that a machine is named by. */
  private static final List<String> MACHINE_FACTS =
      List.of(
          "cpu.model",
          "cpu.logicalCores",
          "container.cpuLimit",
          "container.memoryLimit",
          "memory.bytes");

  private final PageTemplates templates = new PageTemplates();

  /**
   * Writes the index, whole or not at all.
   *
   * @throws IOException naming the file and the reason
   */
  public static void write(List<IndexedRun> runs, Path html) throws IOException {
    PageFile.write(html, new IndexPage().render(runs));
  }

  /** The page as text; runs may come in any order. */
  public String render(List<IndexedRun> runs) {
    List<IndexedRun> oldestFirst =
        runs.stream()
            .sorted(
                Comparator.comparing((IndexedRun indexed) -> indexed.run().startedAt())
                    .thenComparing(indexed -> indexed.run().runId()))
            .toList();
    List<IndexView.Run> listed = new ArrayList<>();
    for (int i = oldestFirst.size() - 1; i >= 0; i--) {
      listed.add(listed(oldestFirst.get(i)));
    }
    String title = runs.size() == 1 ? "One run" : runs.size() + " runs";
    return templates.fill(
        "index", "bridgebench · " + title, new IndexView(title, listed, machines(oldestFirst)));
  }

  private static IndexView.Run listed(IndexedRun indexed) {
    RunFile run = indexed.run();
    long ok =
        run.scenarios().stream().filter(scenario -> scenario.status() == ScenarioStatus.OK).count();
    String end = run.end() == null ? "unfinished, " : "interrupted, ";
    boolean isFinished = run.end() == RunEnd.FINISHED;
    return new IndexView.Run(
        indexed.reportLink(),
        run.runId(),
        run.suite().title(),
        PageDates.of(run.startedAt()),
        machine(run),
        (isFinished ? "" : end)
            + ok
            + " of "
            + run.scenarios().size()
            + " scenarios complete, trust "
            + (run.trust().level() == TrustLevel.UNKNOWN
                ? "not judged"
                : run.trust().level().word()));
  }

  private static List<IndexView.Machine> machines(List<IndexedRun> oldestFirst) {
    List<List<RunFile>> byMachine = new ArrayList<>();
    for (IndexedRun indexed : oldestFirst) {
      ofSameMachine(byMachine, indexed.run()).add(indexed.run());
    }
    byMachine.sort(Comparator.comparing(runs -> machine(runs.get(0))));
    List<IndexView.Machine> machines = new ArrayList<>();
    byMachine.forEach(
        runs -> {
          String name = machine(runs.get(0));
          TableView trends = TrendTable.of(name, runs);
          if (!trends.rows().isEmpty()) {
            machines.add(new IndexView.Machine("m" + (machines.size() + 1), name, trends));
          }
        });
    return machines;
  }

  /** Of different machines no trend is drawn. */
  private static List<RunFile> ofSameMachine(List<List<RunFile>> byMachine, RunFile run) {
    for (List<RunFile> runs : byMachine) {
      if (identity(runs.get(0)).agreesWith(identity(run))) {
        return runs;
      }
    }
    List<RunFile> runs = new ArrayList<>();
    byMachine.add(runs);
    return runs;
  }

  private static MachineIdentity identity(RunFile run) {
    return MachineIdentity.of(run.environment().facts());
  }

  private static String machine(RunFile run) {
    Map<String, String> facts = run.environment().facts();
    Stream<String> words =
        MACHINE_FACTS.stream()
            .map(fact -> word(fact, facts.get(fact)))
            .filter(Objects::nonNull)
            .map(String::valueOf);
    String name = words.collect(Collectors.joining(", "));
    return name.isEmpty() ? "a machine that the runs do not name" : name;
  }

  private static @Nullable String word(String fact, @Nullable String value) {
    if (value == null) {
      return null;
    }
    return switch (fact) {
      case "cpu.logicalCores" -> value + (value.equals("1") ? " core" : " cores");
      case "container.cpuLimit" -> "CPU limit " + value;
      case "container.memoryLimit" -> "memory limit " + bytes(value);
      case "memory.bytes" -> bytes(value);
      default -> value;
    };
  }

  private static String bytes(String value) {
    return AxisText.number(value).stream().mapToObj(Unit.BYTES::format).findFirst().orElse(value);
  }
}
