package bridgebench.cli;

import bridgebench.bridge.python.BoundedCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tries the arguments for forked JVMs before anything is measured: with a mistyped one every fork
 * of a run would end before it can say why.
 */
final class JvmArgsCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private JvmArgsCheck() {}

  /**
   * Starts a JVM that only says its version. One that takes longer than half a minute is left to
   * the forks to judge.
   *
   * @throws UsageProblem with the JVM's words when it does not start
   */
  static void requireStarts(List<String> jvmArgs) throws IOException {
    if (jvmArgs.isEmpty()) {
      return;
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArgs);
    command.add("-version");
    run(command)
        .filter(ended -> ended.exitValue() != 0)
        .ifPresent(
            ended -> {
              throw new UsageProblem(
                  "the JVM does not start with "
                      + String.join(" ", jvmArgs)
                      + " (jvmArgs of the suite, -jvmArgsAppend): "
                      + words(ended));
            });
  }

  private static Optional<BoundedCommand.Output> run(List<String> command) throws IOException {
    try {
      return BoundedCommand.run(new ProcessBuilder(command), PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  // Some of what keeps it from starting goes to stdout.
  private static String words(BoundedCommand.Output ended) {
    return (ended.stdout() + "\n" + ended.stderr())
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
