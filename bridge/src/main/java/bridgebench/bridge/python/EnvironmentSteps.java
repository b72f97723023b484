package bridgebench.bridge.python;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The two commands that make an environment, their output passed on line by line. */
final class EnvironmentSteps {
  private static final int LINES_IN_ERROR = 15;
  private static final int MAX_LINE_LENGTH = 2_000;

  private final Consumer<String> progress;

  EnvironmentSteps(Consumer<String> progress) {
    this.progress = progress;
  }

  void createEnvironment(Path base, Path folder) throws IOException {
    List<String> command = List.of(base.toString(), "-m", "venv", folder.toString());
    Outcome outcome = run(command);
    if (outcome.status == 0) {
      return;
    }
    String advice =
        outcome.mentions("ensurepip") || outcome.mentions("No module named venv")
            ? base
                + " cannot make virtual environments: its venv or ensurepip module is missing."
                + " Install it (Debian, Ubuntu: apt install python3-venv) or name another"
                + " interpreter with --python PATH"
            : "Free some space, or name another interpreter with --python PATH";
    throw failed(command, outcome, advice);
  }

  void install(Path interpreter, Path lockFile) throws IOException {
    List<String> command =
        List.of(
            interpreter.toString(),
            "-m",
            "pip",
            "install",
            "--require-hashes",
            "--only-binary",
            ":all:",
            "--disable-pip-version-check",
            "--no-input",
            "--progress-bar",
            "off",
            "-r",
            lockFile.toString());
    Outcome outcome = run(command);
    if (outcome.status != 0) {
      throw failed(
          command,
          outcome,
          "Check the network and pip's settings (pip config list), or name an interpreter that has"
              + " the packages with --python PATH");
    }
  }

  private Outcome run(List<String> command) throws IOException {
    Process process = CleanEnvironment.builder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    Thread atExit = new Thread(() -> stop(process), "stop-python-setup");
    Runtime.getRuntime().addShutdownHook(atExit);
    Deque<String> tail = new ArrayDeque<>();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = line(output); line != null; line = line(output)) {
        progress.accept(line);
        tail.addLast(line);
        if (tail.size() > LINES_IN_ERROR) {
          tail.removeFirst();
        }
      }
      return new Outcome(process.waitFor(), List.copyOf(tail));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + command.get(0) + " ran", e);
    } finally {
      stop(process);
      forget(atExit);
    }
  }

  /** The next line without its end, a long one in pieces; null after the last. */
  private static @Nullable String line(Reader output) throws IOException {
    StringBuilder line = new StringBuilder();
    int character = output.read();
    if (character < 0) {
      return null;
    }
    while (character >= 0 && character != '\n') {
      line.append((char) character);
      if (line.length() == MAX_LINE_LENGTH) {
        break;
      }
      character = output.read();
    }
    return line.toString().stripTrailing();
  }

  private static void stop(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static void forget(Thread atExit) {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM is on its way down and runs the hook itself.
    }
  }

  private static PythonSetupException failed(List<String> command, Outcome outcome, String advice) {
    return new PythonSetupException(
        "\""
            + String.join(" ", command)
            + "\" ended with status "
            + outcome.status
            + ":\n  "
            + String.join("\n  ", outcome.tail)
            + "\n"
            + advice);
  }

  private record Outcome(int status, List<String> tail) {
    boolean mentions(String text) {
      return tail.stream().anyMatch(line -> line.contains(text));
    }
  }
}
