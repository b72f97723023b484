package bridgebench.jmh.runner;

import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

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

  private SamplesCsv() {}

  /** Derives it from the folder's journal, replacing what is older. */
  static void write(RunFolder folder, JournalContents journal) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (ForkRecord fork : journal.forks()) {
      addRows(rows, fork, "warmup", fork.warmup());
      addRows(rows, fork, "measurement", fork.measurement());
    }
    DerivedFile.replace(folder.samples(), text(rows).getBytes(StandardCharsets.UTF_8));
  }

  private static void addRows(
      List<Map<String, String>> rows,
      ForkRecord fork,
      String phase,
      List<IterationRecord> iterations) {
    for (int i = 0; i < iterations.size(); i++) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("scenario", fork.scenarioId());
      row.put("fork", Integer.toString(fork.fork()));
      row.put("sequence", Integer.toString(fork.sequence()));
      row.put("failed", Boolean.toString(fork.failure() != null));
      row.put("phase", phase);
      row.put("iteration", Integer.toString(i));
      addTotals(row, iterations.get(i));
      rows.add(row);
    }
  }

  private static void addTotals(Map<String, String> row, IterationRecord iteration) {
    row.put("operations", Long.toString(iteration.operations()));
    row.put("durationNanos", Long.toString(iteration.durationNanos()));
    row.put("rows", Long.toString(iteration.rows()));
    row.put("sentBytes", Long.toString(iteration.sentBytes()));
    row.put("receivedBytes", Long.toString(iteration.receivedBytes()));
    row.put("batches", Long.toString(iteration.batches()));
    addFigures(row, "stageNanos.", iteration.stageNanos());
    addFigures(row, "wallNanos.", iteration.wallNanos());
    addFigures(row, "cpuNanos.", iteration.cpuNanos());
    addFigures(row, "runQueueNanos.", iteration.runQueueNanos());
    addFigures(row, "memoryBytes.", iteration.memoryBytes());
  }

  private static void addFigures(
      Map<String, String> row, String prefix, Map<String, Long> figures) {
    figures.forEach((name, figure) -> row.put(prefix + name, Long.toString(figure)));
  }

  private static String text(List<Map<String, String>> rows) {
    List<String> columns = columns(rows);
    StringBuilder text = new StringBuilder(String.join(",", columns)).append("\r\n");
    for (Map<String, String> row : rows) {
      text.append(
              String.join(
                  ",", columns.stream().map(name -> cell(row.getOrDefault(name, ""))).toList()))
          .append("\r\n");
    }
    return text.toString();
  }

  /** The columns that every iteration has in their order, then the others by name. */
  private static List<String> columns(List<Map<String, String>> rows) {
    TreeSet<String> others = new TreeSet<>();
    rows.forEach(row -> others.addAll(row.keySet()));
    FIXED.forEach(others::remove);
    List<String> columns = new ArrayList<>(FIXED);
    columns.addAll(others);
    return columns;
  }

  private static String cell(String value) {
    boolean quoted = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
  }
}
