package bridgebench.jmh.fork;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A fork's own folder, readable by this user only; its short path leaves room for a socket's name.
 * It is removed with all that a killed fork has left in it.
 */
public final class ForkFolder implements AutoCloseable {
  /** How the names of all these folders begin. */
  public static final String PREFIX = "bb-fork";

  private static final int ATTEMPTS = 20;
  private static final long PAUSE_MILLIS = 50;
  private static final String ORDER = "order.json";

  private final Path folder;
  // A program that leaves at once does not come to close().
  private final Thread removalAtExit = new Thread(this::removedNow, "bridgebench-fork-folder");

  private ForkFolder(Path folder) {
    this.folder = folder;
  }

  /** Makes a new folder in the system's folder for temporary files. */
  public static ForkFolder make() throws IOException {
    ForkFolder made = new ForkFolder(Files.createTempDirectory(PREFIX));
    Runtime.getRuntime().addShutdownHook(made.removalAtExit);
    Files.createDirectory(made.sockets());
    return made;
  }

  /** The folder that holds an order; empty unless it was made here, for it may be removed. */
  static Optional<ForkFolder> of(Path order) {
    return Optional.ofNullable(order.toAbsolutePath().getParent())
        .filter(parent -> String.valueOf(parent.getFileName()).startsWith(PREFIX))
        .map(ForkFolder::new);
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  /** Where the order is written. */
  public Path order() {
    return folder.resolve(ORDER);
  }

  /** Where the fork puts its samples. */
  public Path samples() {
    return folder.resolve("samples.jsonl");
  }

  /** Where sessions make their sockets. */
  public Path sockets() {
    return folder.resolve("s");
  }

  /** Removes the folder, as {@link #remove} does. */
  @Override
  public void close() {
    remove();
  }

  /**
   * Removes the folder. A worker that is still ending may put something into it meanwhile: then it
   * tries again for a second, and leaves the rest to the end of the program.
   *
   * @return whether it is gone
   */
  public boolean remove() {
    boolean gone = removedNow();
    for (int attempt = 1; !gone && attempt < ATTEMPTS; attempt++) {
      pause();
      gone = removedNow();
    }
    if (gone) {
      forgetRemovalAtExit();
    }
    return gone;
  }

  private boolean removedNow() {
    try {
      Files.walkFileTree(folder, new Removal());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void forgetRemovalAtExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(removalAtExit);
    } catch (IllegalStateException e) {
      // The JVM is ending and runs the hook itself.
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
