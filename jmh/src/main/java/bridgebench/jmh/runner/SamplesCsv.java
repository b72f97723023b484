package bridgebench.jmh.runner;

import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.RunFolder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * {@code samples.csv}, derived from the journal: a line for every iteration of every fork, warm-up
 * and failed forks included. Numbers are totals over the iteration's operations; a figure that an
 * iteration does not have is empty. RFC 4180, UTF-8.
 */
final class SamplesCsv {
  private static final List<String> FIXED =
      List.of(
          "scenario",
          "fork",
          "sequence",
          "failed",
          "phase",
          "iteration",
          "operations",
          "durationNanos",
          "rows",
          "sentBytes",
          "receivedBytes",
          "batches");

  /** Figures that not every iteration has, by the beginning of their columns. */
  private static final Map<String, Function<IterationRecord, Map<String, Long>>> GROUPS =
      Map.of(
          "stageNanos.", IterationRecord::stageNanos,
          "wallNanos.", IterationRecord::wallNanos,
          "cpuNanos.", IterationRecord::cpuNanos,
          "runQueueNanos.", IterationRecord::runQueueNanos,
          "memoryBytes.", IterationRecord::memoryBytes);

  /** A figure that not every iteration has. */
  private record Figure(Function<IterationRecord, Map<String, Long>> group, String name) {}

  private final Writer out;

  /** By column, in the order of the columns. */
  private final Map<String, Figure> figures = new TreeMap<>();

  private SamplesCsv(Writer out) {
    this.out = out;
  }

  /** Derives it from the folder's journal, replacing what is older. */
  static void write(RunFolder folder, JournalContents journal) throws IOException {
    DerivedFile.replace(
        folder.samples(),
        bytes -> {
          Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
          new SamplesCsv(out).write(journal.forks());
          out.flush();
        });
  }

  private void write(List<ForkRecord> forks) throws IOException {
    for (ForkRecord fork : forks) {
      fork.warmup().forEach(this::addColumns);
      fork.measurement().forEach(this::addColumns);
    }
    List<String> columns = new ArrayList<>(FIXED);
    columns.addAll(figures.keySet());
    line(columns.stream().map(SamplesCsv::cell).toList());
    for (ForkRecord fork : forks) {
      lines(fork, "warmup", fork.warmup());
      lines(fork, "measurement", fork.measurement());
    }
  }

  private void addColumns(IterationRecord iteration) {
    GROUPS.forEach(
        (beginning, group) -> {
          for (String name : group.apply(iteration).keySet()) {
            figures.computeIfAbsent(beginning + name, column -> new Figure(group, name));
          }
        });
  }

  private void lines(ForkRecord fork, String phase, List<IterationRecord> iterations)
      throws IOException {
    String scenario = cell(fork.scenarioId());
    for (int i = 0; i < iterations.size(); i++) {
      IterationRecord iteration = iterations.get(i);
      List<Object> cells = new ArrayList<>();
      cells.add(scenario);
      cells.add(fork.fork());
      cells.add(fork.sequence());
      cells.add(fork.failure() != null);
      cells.add(phase);
      cells.add(i);
      cells.add(iteration.operations());
      cells.add(iteration.durationNanos());
      cells.add(iteration.rows());
      cells.add(iteration.sentBytes());
      cells.add(iteration.receivedBytes());
      cells.add(iteration.batches());
      for (Figure figure : figures.values()) {
        Long total = figure.group().apply(iteration).get(figure.name());
        cells.add(total == null ? "" : total);
      }
      line(cells);
    }
  }

  private void line(List<?> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      out.write(i == 0 ? "" : ",");
      out.write(String.valueOf(cells.get(i)));
    }
    out.write("\r\n");
  }

  private static String cell(String value) {
    boolean quoted = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
  }
}
