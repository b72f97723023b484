package bridgebench.jmh.runner;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What JMH and the forks print, one file for a run. */
final class ForkLog {
  private static final int LINES_IN_ERROR = 30;

  private final Path file;
  private long forkStart;

  ForkLog(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  void forkStarts(PlannedFork fork) throws IOException {
    Files.writeString(
        file,
        "\n==== " + fork.scenario().id() + " fork " + fork.fork() + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    forkStart = Files.size(file);
  }

  /** Adds a line. What cannot be noted is no reason to lose a fork. */
  void note(String line) {
    try {
      Files.writeString(
          file, "# " + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      // The journal says what is wrong with the disk.
    }
  }

  PrintStream open() throws IOException {
    return new PrintStream(new FileOutputStream(file.toFile(), true), true, StandardCharsets.UTF_8);
  }

  /** The last lines of the current fork. */
  String tail() {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(forkStart);
      byte[] bytes = new byte[Math.toIntExact(log.length() - forkStart)];
      log.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - LINES_IN_ERROR), lines.size()));
    } catch (IOException | ArithmeticException e) {
      return "(" + file + " cannot be read: " + e.getMessage() + ")";
    }
  }
}
