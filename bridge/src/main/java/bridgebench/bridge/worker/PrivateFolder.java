package bridgebench.bridge.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fresh folder that only this user can enter, for one worker's sockets and pipes. */
public final class PrivateFolder implements AutoCloseable {

  /** What {@code sun_path} holds on Linux, without the final zero byte. */
  private static final int MAX_SOCKET_PATH_BYTES = 107;

  private static final String PREFIX = "bb-";
  private static final int FILE_NAME_BYTES = "/from-worker".length();
  private static final int RANDOM_BYTES = 40;
  private static final Duration SWEEP_AGE = Duration.ofHours(6);
  private static final Path SHORT_ROOT = Path.of("/tmp");
  private static final Path PROC_SELF = Path.of("/proc/self");

  private static final Pattern NAME = Pattern.compile("bb-(\\d{1,18})-\\d+");
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  /** Roots that this JVM has looked through: once is enough. */
  private static final Set<Path> SWEPT = ConcurrentHashMap.newKeySet();

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
            PosixFilePermissions.asFileAttribute(OWNER_ONLY)));
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

  /**
   * Removes folders of programs that were killed before they could do so themselves. A folder that
   * cannot be looked at or removed stays: no start fails by it.
   */
  private static void sweep(Path root) {
    if (!SWEPT.add(root)) {
      return;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, PREFIX + "*")) {
      String user = user();
      for (Path folder : folders) {
        sweepFolder(folder, user);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Nobody's start depends on it.
    }
  }

  private static void sweepFolder(Path folder, String user) {
    try {
      if (isForgotten(folder, user)) {
        delete(folder);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // It is in use, or another program has swept it in this moment.
    }
  }

  /** Whether the folder is one of ours, with nothing but our files, whose program is long gone. */
  private static boolean isForgotten(Path folder, String user) throws IOException {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    if (!name.matches() || ProcessHandle.of(Long.parseLong(name.group(1))).isPresent()) {
      return false;
    }
    PosixFileAttributes attributes =
        Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    // Another container may share the folder and have process ids of its own.
    Instant old = Instant.now().minus(SWEEP_AGE);
    return attributes.isDirectory()
        && attributes.owner().getName().equals(user)
        && attributes.permissions().equals(OWNER_ONLY)
        && attributes.lastModifiedTime().toInstant().isBefore(old)
        && holdsOnlySocketsAndPipes(folder);
  }

  private static boolean holdsOnlySocketsAndPipes(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
            .isOther()) {
          return false;
        }
      }
    }
    return true;
  }

  /** The owner of what this process makes, by the name that the file system gives it. */
  private static String user() throws IOException {
    return Files.getOwner(PROC_SELF).getName();
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
