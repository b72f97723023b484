package bridgebench.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands that read, compute and are gone in a JVM for a life of seconds, which a runnable
 * jar cannot ask for: C1 alone compiles, since C2 would take as long as the command itself, on the
 * cores that it works on. Nothing is measured there; a command that measures must never run in such
 * a JVM.
 */
final class ShortLived {
  private static final Set<String> COMMANDS = Set.of("report", "compare");
  private static final String MARK = "bridgebench.shortLived";
  private static final List<String> OPTIONS =
      List.of("-XX:TieredStopAtLevel=1", "-D" + MARK + "=true");
  private static final long PATIENCE_SECONDS = 5;

  private final ProcessBuilder command;
  private @Nullable Process child;
  private boolean ending;

  private ShortLived(List<String> command) {
    this.command = new ProcessBuilder(command).inheritIO();
  }

  /**
   * Runs the command line in a JVM of its own and waits for its end.
   *
   * @return the exit status; empty when the command is to run in this JVM: it may measure, this JVM
   *     is the one for it already or has options of the user's, or no other can be started
   */
  static OptionalInt run(String... args) {
    if (args.length == 0 || !COMMANDS.contains(args[0]) || Boolean.getBoolean(MARK)) {
      return OptionalInt.empty();
    }
    List<String> command = command(ProcessHandle.current().info(), args);
    return command.isEmpty() ? OptionalInt.empty() : new ShortLived(command).await();
  }

  /**
   * This JVM's command line with the options before the rest; empty where it cannot be repeated.
   */
  private static List<String> command(ProcessHandle.Info self, String[] args) {
    if (self.command().isEmpty() || self.arguments().isEmpty()) {
      return List.of();
    }
    List<String> arguments = List.of(self.arguments().get());
    int own = arguments.size() - args.length;
    // The system may have cut the line off.
    if (own < 0
        || !arguments.subList(own, arguments.size()).equals(List.of(args))
        || !arguments.subList(0, own).stream().allMatch(ShortLived::mayBeRepeated)) {
      return List.of();
    }
    List<String> command = new ArrayList<>();
    command.add(self.command().get());
    command.addAll(OPTIONS);
    command.addAll(arguments);
    return command;
  }

  // Somebody who tunes, watches or debugs the JVM means this one; an agent's port is taken, too.
  private static boolean mayBeRepeated(String option) {
    return !option.startsWith("-X")
        && !option.startsWith("-agent")
        && !option.startsWith("-javaagent")
        && !option.startsWith("-Dcom.sun.management");
  }

  private OptionalInt await() {
    Thread hook = new Thread(this::end, "bridgebench-end-command");
    try {
      // Before the start, so that there is no moment in which the child is nobody's.
      Runtime.getRuntime().addShutdownHook(hook);
      Process started = start();
      if (started == null) {
        return OptionalInt.of(ExitCode.INTERRUPTED);
      }
      int status = started.waitFor();
      Runtime.getRuntime().removeShutdownHook(hook);
      return OptionalInt.of(status);
    } catch (IOException e) {
      Runtime.getRuntime().removeShutdownHook(hook);
      return OptionalInt.empty();
    } catch (InterruptedException | IllegalStateException e) {
      // This JVM is being ended; the hook, where it was added in time, ends the other.
      return OptionalInt.of(ExitCode.INTERRUPTED);
    }
  }

  private synchronized @Nullable Process start() throws IOException {
    if (!ending) {
      child = command.start();
    }
    return child;
  }

  private synchronized void end() {
    ending = true;
    if (child == null) {
      return;
    }
    child.destroy();
    try {
      if (!child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        child.destroyForcibly();
      }
    } catch (InterruptedException e) {
      child.destroyForcibly();
    }
  }
}
