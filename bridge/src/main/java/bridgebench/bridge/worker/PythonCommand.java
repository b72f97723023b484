package bridgebench.bridge.worker;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.bridge.python.PythonLaunch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A module of the package run once to its end, outside every measurement. */
public final class PythonCommand {

  /** What it printed, and how it ended. */
  public record Output(int exitValue, String stdout, String stderr) {}

  private PythonCommand() {}

  /**
   * Runs {@code interpreter -m module arguments…} with an empty stdin.
   *
   * @throws BridgeException when it cannot be started, or has not ended by the deadline
   */
  public static Output run(
      PythonLaunch python, Duration deadline, String module, String... arguments) {
    List<String> command = new ArrayList<>(List.of(python.interpreter().toString(), "-m", module));
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      LaunchedProcess.setEnvironment(builder.environment(), python);
      Process process = builder.start();
      process.getOutputStream().close();
      return finish(process, command, deadline);
    } catch (IOException e) {
      throw new BridgeException(Kind.START, "cannot run " + command + ": " + e.getMessage(), "", e);
    }
  }

  private static Output finish(Process process, List<String> command, Duration deadline) {
    CompletableFuture<String> stdout = all(process.getInputStream());
    CompletableFuture<String> stderr = all(process.getErrorStream());
    try {
      if (process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Output(process.exitValue(), stdout.join(), stderr.join());
      }
      new ProcessGroup(process.pid()).kill();
      throw new BridgeException(
          Kind.DEADLINE,
          command + " did not end within " + deadline.toMillis() / 1000.0 + " s",
          "",
          null);
    } catch (InterruptedException e) {
      new ProcessGroup(process.pid()).kill();
      Thread.currentThread().interrupt();
      throw new BridgeException(Kind.INTERRUPTED, "interrupted while running " + command, "", e);
    }
  }

  private static CompletableFuture<String> all(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
