package bridgebench.scenarios.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The folder of one run and the names of the files in it. */
public record RunFolder(Path path) {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /**
   * Makes {@code PARENT/<yyyyMMdd-HHmmss>-<suite>}, with {@code -2}, {@code -3}, … where that is
   * taken; an existing folder is never reused.
   *
   * @throws IOException naming the folder and the reason when it cannot be made
   */
  public static RunFolder create(Path parent, String suite, LocalDateTime now) throws IOException {
    String name = STAMP.format(now) + "-" + suite;
    try {
      Files.createDirectories(parent);
      for (int attempt = 1; ; attempt++) {
        Path path = parent.resolve(attempt == 1 ? name : name + "-" + attempt);
        try {
          return new RunFolder(Files.createDirectory(path));
        } catch (FileAlreadyExistsException e) {
          if (attempt == 1_000) {
            throw e;
          }
        }
      }
    } catch (IOException e) {
      throw WriteFailure.of(parent.resolve(name), e);
    }
  }

  /** The run's name. */
  public String runId() {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }

  /** One line a fork: the authority. */
  public Path journal() {
    return path.resolve("journal.jsonl");
  }

  /** Environment, suite, outcomes and figures: derived. */
  public Path runFile() {
    return path.resolve("run.json");
  }

  /** Standard JMH JSON: derived. */
  public Path jmhResult() {
    return path.resolve("jmh-result.json");
  }

  /** Every iteration of every fork: derived. */
  public Path samples() {
    return path.resolve("samples.csv");
  }

  /** A standard HdrHistogram log of one latency kind, such as {@code service}. */
  public Path histogramLog(String kind) {
    return path.resolve("latency-" + kind + ".hlog");
  }

  /** The offline report. */
  public Path report() {
    return path.resolve("report.html");
  }
}
