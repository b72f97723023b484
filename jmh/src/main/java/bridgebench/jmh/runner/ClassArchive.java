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

/**
 * Parsed and verified classes that every fork maps into memory instead of loading them from jars: a
 * dynamic archive of the JVM's class data sharing. It spares each fork about a third of its start
 * and changes nothing of what runs afterwards.
 *
 * <p>It is kept in the cache under the hash of the class path's files and the JVM. The JVM refuses
 * class paths with folders, so there is none where the program runs from its build folders.
 */
final class ClassArchive {
  private final Path file;

  private ClassArchive(Path file) {
    this.file = file;
  }

  /** The archive of this program's class path; empty where there cannot be one. */
  static Optional<ClassArchive> ofThisProgram() {
    return of(System.getProperty("java.class.path"), CacheFolder.path());
  }

  static Optional<ClassArchive> of(String classPath, Path cache) {
    List<String> key = new ArrayList<>(List.of(System.getProperty("java.home")));
    key.add(System.getProperty("java.vm.version"));
    try {
      for (String entry : classPath.split(File.pathSeparator, -1)) {
        Path jar = Path.of(entry);
        if (!Files.isRegularFile(jar)) {
          return Optional.empty();
        }
        key.add(
            jar.toAbsolutePath() + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar));
      }
      Path folder = Files.createDirectories(cache.resolve("classes"));
      UUID name = UUID.nameUUIDFromBytes(String.join("\n", key).getBytes(StandardCharsets.UTF_8));
      return Optional.of(new ClassArchive(folder.resolve(name + ".jsa")));
    } catch (IOException e) {
      return Optional.empty(); // A cache that cannot be written costs time, nothing else.
    }
  }

  boolean exists() {
    return Files.isRegularFile(file);
  }

  /** Arguments of a JVM that uses the archive; one that does not fit is ignored by the JVM. */
  List<String> usingArgs() {
    return List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", "-Xlog:cds=off");
  }

  /** Arguments of a JVM that writes the archive when it exits. */
  List<String> makingArgs() {
    return List.of("-XX:ArchiveClassesAtExit=" + draft(), "-Xlog:cds=off");
  }

  /** Keeps what a JVM with {@link #makingArgs()} has written, if it has. */
  void keepMade() throws IOException {
    if (Files.isRegularFile(draft())) {
      Files.move(draft(), file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private Path draft() {
    return file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
  }
}
