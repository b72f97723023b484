package bridgebench.bridge.python;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The program's own Python environment, made on first use from the hash-pinned lock and kept in the
 * cache under the hash of lock and interpreter.
 *
 * <p>It is built in a draft folder under a file lock that other processes wait for, and renamed
 * when it is complete: an environment that exists is whole. Drafts that a killed process left are
 * removed by the next one. Only {@code bin/python} is used, which finds its place by itself after
 * the rename.
 */
public final class VirtualEnvironment {
  private static final List<String> CANDIDATES =
      List.of("python3", "python3.13", "python3.12", "python3.11", "python3.10", "python");

  private static final String RANGE =
      PythonProbe.OLDEST_PYTHON + " to " + PythonProbe.NEWEST_LOCKED_PYTHON;

  private final Path folder;
  private final String lockText;

  private VirtualEnvironment(Path folder, String lockText) {
    this.folder = folder;
    this.lockText = lockText;
  }

  /**
   * The environment of the first suitable interpreter on the PATH, made if it is not there.
   *
   * @param progress receives one line per step while it is made; nothing when it is there
   * @return its interpreter
   * @throws PythonSetupException when there is no suitable interpreter, or making it fails
   */
  public static Path ensure(Consumer<String> progress) {
    return ensure(suitableInterpreter(), progress);
  }

  /**
   * The environment made with {@code base}.
   *
   * @throws PythonSetupException when {@code base} is no Python 3.10 or newer, or making it fails
   */
  public static Path ensure(Path base, Consumer<String> progress) {
    return ensure(CacheFolder.path(), PackedResources.lock(), base, progress);
  }

  static Path ensure(Path cache, String lockText, Path base, Consumer<String> progress) {
    Path executable =
        PythonProbe.locate(base)
            .orElseThrow(
                () ->
                    new PythonSetupException(
                        "there is no Python interpreter "
                            + base
                            + ". Name an existing one, or install Python "
                            + PythonProbe.OLDEST_PYTHON
                            + " or newer"));
    String build = checkedBuild(executable);
    String key = new ContentHash().add(lockText).add(executable.toString()).add(build).name();
    return new VirtualEnvironment(cache.resolve("venv").resolve(key), lockText)
        .ensureMadeWith(executable, progress);
  }

  private static Path suitableInterpreter() {
    List<String> refusals = new ArrayList<>();
    for (String name : CANDIDATES) {
      Optional<Path> found = PythonProbe.locate(Path.of(name));
      if (found.isEmpty()) {
        continue;
      }
      try {
        checkedBuild(found.get());
        return found.get();
      } catch (PythonSetupException e) {
        refusals.add(String.valueOf(e.getMessage()));
      }
    }
    throw new PythonSetupException(
        "found no Python of "
            + RANGE
            + " with venv on the PATH ("
            + (refusals.isEmpty()
                ? "tried: " + String.join(", ", CANDIDATES)
                : String.join("; ", refusals))
            + "). Install one (Debian, Ubuntu: apt install python3 python3-venv) or name yours with"
            + " --python PATH");
  }

  private static String checkedBuild(Path executable) {
    try {
      PythonProbe.Answer answer = PythonProbe.ask(executable);
      if (Versions.isOlder(answer.version(), PythonProbe.OLDEST_PYTHON)
          || isBeyond(answer.version(), PythonProbe.NEWEST_LOCKED_PYTHON)) {
        throw new PythonSetupException(
            executable
                + " is Python "
                + answer.version()
                + "; an environment of the program's own needs "
                + RANGE);
      }
      if (!answer.makesEnvironments()) {
        throw new PythonSetupException(
            executable
                + " cannot make environments: it lacks venv or ensurepip (Debian, Ubuntu: apt"
                + " install python3-venv)");
      }
      return answer.build();
    } catch (ShortCommand.CommandException | JsonProcessingException e) {
      throw new PythonSetupException(
          executable + " does not answer like a Python interpreter: " + e.getMessage(), e);
    }
  }

  /** Whether a version such as 3.14.1 comes after all of a minor one such as 3.13. */
  private static boolean isBeyond(String version, String newest) {
    return !Versions.isOlder(version, newest) && !version.startsWith(newest + ".");
  }

  private Path interpreter() {
    return folder.resolve("bin").resolve("python");
  }

  private boolean exists() {
    // Follows the link to the base interpreter: an environment whose base is gone does not exist.
    return Files.isExecutable(interpreter());
  }

  private Path ensureMadeWith(Path base, Consumer<String> progress) {
    if (exists()) {
      return interpreter();
    }
    try {
      Files.createDirectories(folder.getParent());
      // A file lock belongs to the whole JVM, so threads of this one queue up first.
      synchronized (VirtualEnvironment.class) {
        try (FileChannel channel = openLockFile();
            FileLock lock = waitFor(channel, progress)) {
          if (lock.isValid() && !exists()) {
            removeLeftOvers();
            make(base, progress);
          }
        }
      }
      return interpreter();
    } catch (IOException e) {
      throw new PythonSetupException(
          "cannot make the Python environment in "
              + folder
              + ": "
              + e
              + ". Free some space, or point BRIDGEBENCH_CACHE to a folder that can be written",
          e);
    }
  }

  private FileChannel openLockFile() throws IOException {
    return FileChannel.open(
        folder.resolveSibling(folder.getFileName() + ".lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }

  private static FileLock waitFor(FileChannel channel, Consumer<String> progress)
      throws IOException {
    FileLock free = channel.tryLock();
    if (free != null) {
      return free;
    }
    progress.accept("Waiting for another process that makes the same Python environment");
    return channel.lock();
  }

  private void removeLeftOvers() throws IOException {
    FolderTree.delete(folder);
    List<Path> drafts;
    try (Stream<Path> siblings = Files.list(folder.getParent())) {
      drafts =
          siblings
              .filter(p -> p.getFileName().toString().startsWith(folder.getFileName() + ".draft"))
              .toList();
    }
    for (Path draft : drafts) {
      FolderTree.delete(draft);
    }
  }

  private void make(Path base, Consumer<String> progress) throws IOException {
    Path draft = folder.resolveSibling(folder.getFileName() + ".draft");
    try {
      progress.accept("Making a Python environment in " + folder + " (first use only)");
      EnvironmentSteps steps = new EnvironmentSteps(progress);
      steps.createEnvironment(base, draft);
      Path lockFile = Files.writeString(draft.resolve("requirements.lock"), lockText);
      steps.install(draft.resolve("bin").resolve("python"), lockFile);
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
      progress.accept("The Python environment is ready");
    } finally {
      FolderTree.delete(draft);
    }
  }
}
