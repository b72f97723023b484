package bridgebench.bridge.worker;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.bridge.python.BoundedCommand;
import bridgebench.bridge.python.PythonLaunch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A module of the package run once to its end, outside every measurement. */
public final class PythonCommand {

  private PythonCommand() {}

  /**
   * Runs {@code interpreter -m module arguments…} with an empty stdin; what it leaves is killed.
   *
   * @throws BridgeException when it cannot be started, or has not ended by the deadline
   */
  public static BoundedCommand.Output run(
      PythonLaunch python, Duration deadline, String module, String... arguments) {
    List<String> command = new ArrayList<>(List.of(python.interpreter().toString(), "-m", module));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    LaunchedProcess.setEnvironment(builder.environment(), python);
    try {
      return BoundedCommand.run(builder, deadline).orElseThrow(() -> late(command, deadline));
    } catch (IOException e) {
      throw new BridgeException(Kind.START, "cannot run " + command + ": " + e.getMessage(), "", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BridgeException(Kind.INTERRUPTED, "interrupted while running " + command, "", e);
    }
  }

  private static BridgeException late(List<String> command, Duration deadline) {
    return new BridgeException(
        Kind.DEADLINE,
        command + " did not end within " + deadline.toMillis() / 1000.0 + " s",
        "",
        null);
  }
}
