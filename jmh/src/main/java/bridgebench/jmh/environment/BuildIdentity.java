package bridgebench.jmh.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Which build of the program measures: versions and commits stay the same while one changes a line
 * and builds again.
 */
final class BuildIdentity {

  private BuildIdentity() {}

  /** Of the jar that this program runs from; empty where it runs from folders of classes. */
  static Optional<String> ofThisProgram() {
    Path jar = Path.of(System.getProperty("java.class.path", ""));
    try {
      return Files.isRegularFile(jar) ? Optional.of(of(jar)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // As other facts that cannot be had.
    }
  }

  /**
   * Eight hexadecimal digits from the names, sizes and checksums of a jar's entries, which its
   * directory holds: times of a build do not count.
   */
  static String of(Path jar) throws IOException {
    CRC32 sum = new CRC32();
    try (ZipFile entries = new ZipFile(jar.toFile())) {
      entries.stream().map(BuildIdentity::line).sorted().forEach(line -> add(line, sum));
    }
    return String.format("%08x", sum.getValue());
  }

  private static String line(ZipEntry entry) {
    return entry.getName() + " " + entry.getSize() + " " + entry.getCrc() + "\n";
  }

  private static void add(String line, CRC32 sum) {
    sum.update(line.getBytes(StandardCharsets.UTF_8));
  }
}
