package bridgebench.jmh.fork;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.task.BridgeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The order of forks that measure what JMH's parameters say, outside of a suite. */
public final class PlainOrder {
  /** System property with the interpreter to use; without it the program makes an environment. */
  public static final String INTERPRETER = "bridgebench.python";

  private static final Duration DEADLINE = Duration.ofMinutes(1);
  private static final long SEED = 1;

  private PlainOrder() {}

  /**
   * An order with an interpreter.
   *
   * @param privateFolder for sockets
   * @param samples where failures are told; null when nobody reads them
   */
  public static ForkOrder with(PythonLaunch python, Path privateFolder, @Nullable Path samples) {
    return ForkOrder.of(
        null,
        new BridgeSettings(
            python, privateFolder, DEADLINE, BridgeSettings.MAX_FRAME_BYTES, SEED, true),
        samples);
  }

  /** The order of a JVM that nobody gave one, because JMH's own main program started it. */
  public static ForkOrder withoutHost() {
    return with(python(), privateFolder(), null);
  }

  /** The interpreter of the system property, else the program's own environment. */
  public static PythonLaunch python() {
    String interpreter = System.getProperty(INTERPRETER);
    return interpreter == null
        ? PythonLaunch.ownEnvironment(System.err::println)
        : PythonLaunch.using(Path.of(interpreter));
  }

  private static Path privateFolder() {
    try {
      Path folder = Files.createTempDirectory("bb");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder for sockets", e);
    }
  }
}
