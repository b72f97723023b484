package bridgebench.bridge.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/** The {@code bridgebench} Python package as packed into the jar. */
public final class PythonPackage {
  private PythonPackage() {}

  /**
   * Puts the package into the cache, into a folder named by its contents, so that the compiled
   * modules Python leaves beside it serve later runs.
   *
   * @return the folder to put into {@code PYTHONPATH}
   * @throws PythonSetupException when the cache cannot be written
   */
  public static Path extract() {
    return extract(CacheFolder.path(), PackedResources.packageFiles());
  }

  static Path extract(Path cache, SortedMap<String, byte[]> files) {
    ContentHash hash = new ContentHash();
    files.forEach((name, bytes) -> hash.add(name).add(bytes));
    Path folder = cache.resolve("python").resolve(hash.name());
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        place(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new PythonSetupException(
          "cannot unpack the Python package into "
              + folder
              + ": "
              + e
              + ". Free some space or point BRIDGEBENCH_CACHE to a folder that can be written",
          e);
    }
    return folder;
  }

  // File by file, each by rename: two programs that unpack at once write the same bytes, and a
  // worker never reads half a module.
  private static void place(Path target, byte[] bytes) throws IOException {
    if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
      return;
    }
    Files.createDirectories(target.getParent());
    Path draft = Files.createTempFile(target.getParent(), ".", ".draft");
    try {
      Files.write(draft, bytes);
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
