package bridgebench.jmh.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file that can be derived again: whole or not at all. */
final class DerivedFile {
  private DerivedFile() {}

  /** What a file is to hold. */
  interface Contents {
    void writeTo(OutputStream out) throws IOException;
  }

  static void replace(Path file, Contents contents) throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
    try {
      try (OutputStream out = Files.newOutputStream(draft)) {
        contents.writeTo(out);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
