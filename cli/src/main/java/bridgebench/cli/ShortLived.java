package bridgebench.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Runs commands that read, compute and are gone in a JVM with options for a life of seconds, which
 * a runnable jar cannot ask for: C1 alone compiles, since C2 would take as long as the command
 * itself, on the cores that it works on, and the collector has one thread. Nothing is measured
 * there; a command that measures must never run in such a JVM.
 */
final class ShortLived {
  private static final Set<String> COMMANDS = Set.of("report", "compare");
  private static final String MARK = "bridgebench.shortLived";
  private static final List<String> OPTIONS =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-D" + MARK + "=true");

  private ShortLived() {}

  /**
   * Runs the command line in a JVM of its own and waits for its end.
   *
   * @return the exit status; empty when the command is to run in this JVM: it may measure, this JVM
   *     is the one for it already, or no other can be started
   */
  static OptionalInt run(String... args) {
    if (args.length == 0 || !COMMANDS.contains(args[0]) || Boolean.getBoolean(MARK)) {
      return OptionalInt.empty();
    }
    List<String> command = command(ProcessHandle.current().info(), args);
    return command.isEmpty() ? OptionalInt.empty() : await(command);
  }

  /** This JVM's command line with the options before its own, so that its own win. */
  private static List<String> command(ProcessHandle.Info self, String[] args) {
    List<String> command = new ArrayList<>();
    if (self.command().isPresent() && self.arguments().isPresent()) {
      command.add(self.command().get());
      command.addAll(OPTIONS);
      command.addAll(List.of(self.arguments().get()));
    }
    // The system may have cut the line off.
    int own = command.size() - args.length;
    return own > OPTIONS.size() && command.subList(own, command.size()).equals(List.of(args))
        ? command
        : List.of();
  }

  private static OptionalInt await(List<String> command) {
    try {
      Process child = new ProcessBuilder(command).inheritIO().start();
      Thread ending = new Thread(() -> end(child), "bridgebench-end-command");
      Runtime.getRuntime().addShutdownHook(ending);
      int status = child.waitFor();
      Runtime.getRuntime().removeShutdownHook(ending);
      return OptionalInt.of(status);
    } catch (IOException e) {
      return OptionalInt.empty();
    } catch (InterruptedException | IllegalStateException e) {
      // This JVM is being ended, and the hook ends the other.
      return OptionalInt.of(ExitCode.INTERRUPTED);
    }
  }

  private static void end(Process child) {
    child.destroy();
    boolean ended = false;
    while (!ended) {
      try {
        child.waitFor();
        ended = true;
      } catch (InterruptedException e) {
        // It has been told to end, and nothing may be left behind.
      }
    }
  }
}
