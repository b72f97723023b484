package bridgebench.jmh.runner;

import bridgebench.bridge.python.CacheFolder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Parsed and verified classes that every fork maps into memory instead of loading them from jars: a
 * dynamic archive of the JVM's class data sharing. It spares each fork about a third of its start
 * and changes nothing of what runs afterwards.
 *
 * <p>It is kept in the cache under the hashes of where the class path's files and the JVM lie, and
 * of their state. The JVM refuses class paths with folders, so there is none where the program runs
 * from its build folders.
 */
final class ClassArchive {
  private static final String SUFFIX = ".jsa";

  private final Path file;
  private final String place;

  private ClassArchive(Path folder, String place, String state) {
    this.place = place;
    this.file = folder.resolve(place + "-" + state + SUFFIX);
  }

  /** The archive of this program's class path; empty where there cannot be one. */
  static Optional<ClassArchive> ofThisProgram() {
    return of(System.getProperty("java.class.path"), CacheFolder.path());
  }

  static Optional<ClassArchive> of(String classPath, Path cache) {
    List<String> place = new ArrayList<>(List.of(System.getProperty("java.home")));
    List<String> state = new ArrayList<>(List.of(System.getProperty("java.vm.version")));
    try {
      for (String entry : classPath.split(File.pathSeparator, -1)) {
        Path jar = Path.of(entry);
        if (!Files.isRegularFile(jar)) {
          return Optional.empty();
        }
        JarState found = JarState.of(jar);
        place.add(found.jar().toString());
        state.add(found.bytes() + " " + found.modified());
      }
      Path folder = Files.createDirectories(cache.resolve("classes"));
      return Optional.of(new ClassArchive(folder, hash(place), hash(state)));
    } catch (IOException e) {
      return Optional.empty(); // A cache that cannot be written costs time, nothing else.
    }
  }

  private static String hash(List<String> words) {
    return UUID.nameUUIDFromBytes(String.join("\n", words).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  boolean exists() {
    return Files.isRegularFile(file);
  }

  /** Whether a JVM that was asked to write the archive ended well without having written it. */
  boolean isRefused() {
    return Files.isRegularFile(refusal());
  }

  /** Arguments of a JVM that uses the archive; one that does not fit is ignored by the JVM. */
  List<String> usingArgs() {
    return List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", "-Xlog:cds=off");
  }

  /** Arguments of a JVM that writes the archive when it exits. */
  List<String> makingArgs() {
    return List.of("-XX:ArchiveClassesAtExit=" + draft(), "-Xlog:cds=off");
  }

  /**
   * Keeps what a JVM with {@link #makingArgs()} has written before it ended well, or that it wrote
   * nothing; archives of the same jars and JVM in another state go.
   */
  void keepMade() throws IOException {
    if (Files.isRegularFile(draft())) {
      Files.move(draft(), file, StandardCopyOption.ATOMIC_MOVE);
    } else {
      Files.write(refusal(), new byte[0]);
    }
    for (Path sibling : siblings()) {
      if (!sibling.equals(file) && !sibling.equals(refusal()) && !isDraftOfAnother(sibling)) {
        Files.deleteIfExists(sibling);
      }
    }
  }

  /** Drops what a JVM that did not end well has written: it knows too few classes. */
  void dropMade() throws IOException {
    Files.deleteIfExists(draft());
  }

  private List<Path> siblings() throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.filter(path -> path.getFileName().toString().startsWith(place)).toList();
    }
  }

  /** Whether a process that is alive is about to write it. */
  private static boolean isDraftOfAnother(Path path) {
    String name = path.getFileName().toString();
    String pid = name.substring(name.lastIndexOf('.') + 1);
    return pid.matches("\\d{1,18}")
        && ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
  }

  private Path refusal() {
    return file.resolveSibling(file.getFileName() + ".refused");
  }

  private Path draft() {
    return file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
  }
}
