package bridgebench.jmh.runner;

import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.RunFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
  private static final String END_OF_LINE = "\r\n";

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

  private final List<ForkRecord> forks;

  /** By column, in the order of the columns. */
  private final Map<String, Figure> figures = new TreeMap<>();

  private final StringBuilder text = new StringBuilder();

  private SamplesCsv(List<ForkRecord> forks) {
    this.forks = forks;
  }

  /** Derives it from the folder's journal, replacing what is older. */
  static void write(RunFolder folder, JournalContents journal) throws IOException {
    DerivedFile.replace(folder.samples(), new SamplesCsv(journal.forks())::write);
  }

  private void write(OutputStream out) throws IOException {
    for (ForkRecord fork : forks) {
      fork.warmup().forEach(this::addColumns);
      fork.measurement().forEach(this::addColumns);
    }
    text.append(String.join(",", FIXED));
    figures.keySet().forEach(column -> text.append(',').append(cell(column)));
    text.append(END_OF_LINE);
    for (ForkRecord fork : forks) {
      lines(fork, "warmup", fork.warmup());
      lines(fork, "measurement", fork.measurement());
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      text.setLength(0);
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void addColumns(IterationRecord iteration) {
    GROUPS.forEach(
        (beginning, group) -> {
          for (String name : group.apply(iteration).keySet()) {
            figures.computeIfAbsent(beginning + name, column -> new Figure(group, name));
          }
        });
  }

  private void lines(ForkRecord fork, String phase, List<IterationRecord> iterations) {
    String beginning =
        String.join(
                ",",
                cell(fork.scenarioId()),
                Integer.toString(fork.fork()),
                Integer.toString(fork.sequence()),
                Boolean.toString(fork.failure() != null),
                phase)
            + ",";
    for (int i = 0; i < iterations.size(); i++) {
      text.append(beginning).append(i);
      line(iterations.get(i));
    }
  }

  private void line(IterationRecord iteration) {
    number(iteration.operations());
    number(iteration.durationNanos());
    number(iteration.rows());
    number(iteration.sentBytes());
    number(iteration.receivedBytes());
    number(iteration.batches());
    for (Figure figure : figures.values()) {
      Long total = figure.group().apply(iteration).get(figure.name());
      if (total == null) {
        text.append(',');
      } else {
        number(total);
      }
    }
    text.append(END_OF_LINE);
  }

  private void number(long number) {
    text.append(',').append(number);
  }

  private static String cell(String value) {
    boolean quoted = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
  }
}
