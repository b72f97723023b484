package bridgebench.bridge.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A fresh folder that only this user can enter, for one worker's sockets and pipes. */
public final class PrivateFolder implements AutoCloseable {

  /** What {@code sun_path} holds on Linux, without the final zero byte. */
  private static final int MAX_SOCKET_PATH_BYTES = 107;

  private static final String PREFIX = "bb-";
  private static final int FILE_NAME_BYTES = "/from-worker".length();
  private static final int RANDOM_BYTES = 40;
  private static final Duration SWEEP_AGE = Duration.ofHours(6);
  private static final Path SHORT_ROOT = Path.of("/tmp");

  private final Path path;

  private final Runnable removal = this::remove;

  private PrivateFolder(Path path) {
    this.path = path;
    Leftovers.remember(removal);
  }

  /**
   * Makes one below the root; below {@code /tmp} where the root's name is too long for a Unix
   * socket.
   *
   * @throws IOException naming the root when it is missing or not writable
   */
  public static PrivateFolder create(Path root) throws IOException {
    Path chosen = root.toAbsolutePath();
    if (chosen.toString().getBytes(StandardCharsets.UTF_8).length + RANDOM_BYTES + FILE_NAME_BYTES
        > MAX_SOCKET_PATH_BYTES) {
      chosen = SHORT_ROOT;
    }
    if (!Files.isDirectory(chosen)) {
      throw new IOException(
          "no folder "
              + chosen
              + " to make private folders for sockets and pipes in: create it, or name another");
    }
    sweep(chosen);
    return new PrivateFolder(
        Files.createTempDirectory(
            chosen,
            PREFIX + ProcessHandle.current().pid() + "-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** Removes the folder and what is in it; what cannot be removed stays for a later sweep. */
  @Override
  public void close() {
    remove();
    Leftovers.forget(removal);
  }

  private void remove() {
    try {
      delete(path);
    } catch (IOException e) {
      // Somebody still holds it, or it has gone already.
    }
  }

  /** Removes folders of programs that were killed before they could do so themselves. */
  private static void sweep(Path root) throws IOException {
    // Another container may share the folder and have process ids of its own.
    Instant old = Instant.now().minus(SWEEP_AGE);
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, PREFIX + "[0-9]*-*")) {
      for (Path folder : folders) {
        if (owner(folder).filter(pid -> ProcessHandle.of(pid).isEmpty()).isPresent()
            && Files.isWritable(folder)
            && Files.getLastModifiedTime(folder).toInstant().isBefore(old)) {
          delete(folder);
        }
      }
    }
  }

  private static Optional<Long> owner(Path folder) {
    String[] parts = folder.getFileName().toString().split("-", 3);
    try {
      return Optional.of(Long.parseLong(parts[1]));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  // Sockets and pipes only: one level deep.
  private static void delete(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      return;
    }
    Files.deleteIfExists(folder);
  }
}
