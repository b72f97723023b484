package bridgebench.bridge.python;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs a command that answers within a deadline; its output is small. */
final class ShortCommand {
  private ShortCommand() {}

  /**
   * The command's standard output.
   *
   * @throws CommandException when it cannot be started, fails, or misses the deadline
   */
  static String run(List<String> command, Duration deadline) {
    Optional<BoundedCommand.Output> ended;
    try {
      ended = BoundedCommand.run(CleanEnvironment.builder(command), deadline);
    } catch (IOException e) {
      throw new CommandException("it cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted while waiting for it");
    }
    BoundedCommand.Output output =
        ended.orElseThrow(
            () -> new CommandException("no answer within " + deadline.toSeconds() + " s"));
    if (output.exitValue() != 0) {
      throw new CommandException(
          "exit status " + output.exitValue() + ", stderr: " + lastLine(output.stderr()));
    }
    return output.stdout();
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
