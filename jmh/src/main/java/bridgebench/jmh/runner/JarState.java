package bridgebench.jmh.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** What a jar looked like at a moment: another build leaves another state. */
record JarState(Path jar, long bytes, FileTime modified) {

  static JarState of(Path jar) throws IOException {
    return new JarState(jar.toAbsolutePath(), Files.size(jar), Files.getLastModifiedTime(jar));
  }

  /** Whether the file is gone or looks different now. */
  boolean isOutdated() {
    try {
      return !equals(of(jar));
    } catch (IOException e) {
      return true;
    }
  }
}
