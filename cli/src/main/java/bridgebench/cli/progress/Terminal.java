package bridgebench.cli.progress;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What stderr is connected to. */
final class Terminal {
  private static final int USUAL_COLUMNS = 80;

  private Terminal() {}

  /** Whether a person watches stderr on a terminal that can rewrite its last line. */
  static boolean isWatched(Map<String, String> environment) {
    if (environment.getOrDefault("TERM", "dumb").equals("dumb") || isSet(environment, "CI")) {
      return false;
    }
    Path stderr = Path.of("/proc/self/fd/2");
    try {
      String target = Files.readSymbolicLink(stderr).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      // No /proc: the JVM knows only whether stdin and stdout are a terminal.
      return System.console() != null;
    }
  }

  /** Columns of the terminal; 80 when it does not tell. */
  static int columns() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (InputStream output = stty.getInputStream()) {
        String[] rowsAndColumns =
            new String(output.readAllBytes(), StandardCharsets.UTF_8).strip().split(" ", -1);
        int columns = rowsAndColumns.length == 2 ? Integer.parseInt(rowsAndColumns[1]) : 0;
        return columns > 0 ? columns : USUAL_COLUMNS;
      } finally {
        stty.destroy();
      }
    } catch (IOException | NumberFormatException e) {
      return USUAL_COLUMNS;
    }
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }
}
