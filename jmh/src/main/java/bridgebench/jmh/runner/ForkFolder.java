package bridgebench.jmh.runner;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A fork's own folder, readable by this user only; its short path leaves room for a socket's name.
 * It is removed with all that a killed fork has left in it.
 */
final class ForkFolder implements AutoCloseable {
  static final String PREFIX = "bb";

  private final Path folder;

  private ForkFolder(Path folder) {
    this.folder = folder;
  }

  static ForkFolder make() throws IOException {
    ForkFolder made = new ForkFolder(Files.createTempDirectory(PREFIX));
    Files.createDirectory(made.sockets());
    return made;
  }

  Path order() {
    return folder.resolve("order.json");
  }

  Path samples() {
    return folder.resolve("samples.jsonl");
  }

  Path sockets() {
    return folder.resolve("s");
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(folder, new Removal());
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }

    // A worker that is still ending removes its own files meanwhile.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}
