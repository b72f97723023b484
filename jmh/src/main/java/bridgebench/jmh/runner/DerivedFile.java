package bridgebench.jmh.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file that can be derived again: whole or not at all. */
final class DerivedFile {
  private DerivedFile() {}

  static void replace(Path file, byte[] contents) throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
    try {
      Files.write(draft, contents);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
