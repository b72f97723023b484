package bridgebench.jmh.benchmark;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.task.BridgeSettings;
import bridgebench.jmh.fork.ForkOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The order of a fork that was started by plain JMH, not by the program: the interpreter of the
 * system property {@value #INTERPRETER}, else the program's own environment.
 */
final class DefaultOrder {
  private static final String INTERPRETER = "bridgebench.python";
  private static final Duration DEADLINE = Duration.ofMinutes(1);
  private static final long MAX_FRAME_BYTES = 1L << 30;
  private static final long SEED = 1;

  private DefaultOrder() {}

  static ForkOrder make() {
    return ForkOrder.of(
        null,
        new BridgeSettings(python(), privateFolder(), DEADLINE, MAX_FRAME_BYTES, SEED, true),
        null);
  }

  private static PythonLaunch python() {
    String interpreter = System.getProperty(INTERPRETER);
    return interpreter == null
        ? PythonLaunch.ownEnvironment(System.err::println)
        : PythonLaunch.using(Path.of(interpreter));
  }

  private static Path privateFolder() {
    try {
      Path folder = Files.createTempDirectory("bridgebench");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder for sockets", e);
    }
  }
}
