package bridgebench.bridge.python;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a command that answers within a deadline; its output is small. */
final class ShortCommand {
  private ShortCommand() {}

  /**
   * The command's standard output.
   *
   * @throws CommandException when it cannot be started, fails, or misses the deadline
   */
  static String run(List<String> command, Duration deadline) {
    Process process;
    try {
      process = new ProcessBuilder(command).start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new CommandException("it cannot be started: " + e.getMessage());
    }
    CompletableFuture<String> output = drained(process.getInputStream());
    CompletableFuture<String> errors = drained(process.getErrorStream());
    try {
      if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new CommandException("no answer within " + deadline.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        throw new CommandException(
            "exit status " + process.exitValue() + ", stderr: " + lastLine(errors.join()));
      }
      return output.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted while waiting for it");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static CompletableFuture<String> drained(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            return "";
          }
        });
  }

  private static String lastLine(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? "(empty)" : stripped.substring(stripped.lastIndexOf('\n') + 1);
  }

  /** A command that gave no usable answer. */
  static final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandException(String message) {
      super(message);
    }
  }
}
