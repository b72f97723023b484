package bridgebench.jmh.runner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The feature release of another Java. */
final class JavaRelease {
  private static final Pattern VERSION = Pattern.compile("version \"(?:1\\.)?(\\d+)");

  private JavaRelease() {}

  /**
   * Asks the program itself.
   *
   * @param java path of a {@code java} program
   * @return its feature release, such as 17
   * @throws IOException naming the program when it cannot be started or does not say its version
   */
  static int of(String java) throws IOException {
    Process process = new ProcessBuilder(java, "-version").redirectErrorStream(true).start();
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      Matcher version = VERSION.matcher(text);
      if (!version.find()) {
        throw new IOException(java + " -version does not say a version, but: " + text.strip());
      }
      return Integer.parseInt(version.group(1));
    } finally {
      process.destroy();
    }
  }
}
