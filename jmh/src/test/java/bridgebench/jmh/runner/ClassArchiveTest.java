package bridgebench.jmh.runner;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.python.PythonPackage;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.run.Environment;
import bridgebench.scenarios.run.RunFolder;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
  @TempDir Path folder;

  @Test
  void aClassPathWithAFolderHasNoArchive() {
    assertThat(ClassArchive.of(folder.toString(), folder)).isEmpty();
  }

  @Test
  void aChangedJarHasAnotherArchive() throws IOException {
    Path jar = Files.writeString(folder.resolve("a.jar"), "one");
    List<String> before = ClassArchive.of(jar.toString(), folder).orElseThrow().usingArgs();
    Files.writeString(jar, "another");

    assertThat(ClassArchive.of(jar.toString(), folder).orElseThrow().usingArgs())
        .isNotEqualTo(before);
  }

  @Test
  void theArchiveOfAnEarlierStateGoesWhenThereIsANewOne() throws IOException {
    Path jar = Files.writeString(folder.resolve("a.jar"), "one");
    makeAndKeep(ClassArchive.of(jar.toString(), folder).orElseThrow());
    Files.writeString(jar, "another");
    ClassArchive current = ClassArchive.of(jar.toString(), folder).orElseThrow();

    makeAndKeep(current);

    assertThat(current.exists()).isTrue();
    assertThat(kept()).hasSize(1);
  }

  @Test
  void aJvmThatWritesNoArchiveIsNotAskedAgain() throws IOException {
    Path jar = Files.writeString(folder.resolve("a.jar"), "one");
    ClassArchive archive = ClassArchive.of(jar.toString(), folder).orElseThrow();

    archive.keepMade();

    assertThat(archive.exists()).isFalse();
    assertThat(archive.isRefused()).isTrue();
    Files.writeString(jar, "another");
    assertThat(ClassArchive.of(jar.toString(), folder).orElseThrow().isRefused()).isFalse();
  }

  @Test
  void whatAForkWroteThatDidNotEndWellIsDropped() throws IOException {
    Path jar = Files.writeString(folder.resolve("a.jar"), "one");
    ClassArchive archive = ClassArchive.of(jar.toString(), folder).orElseThrow();
    make(archive);

    archive.dropMade();

    assertThat(kept()).isEmpty();
    assertThat(archive.isRefused()).isFalse();
  }

  private static void makeAndKeep(ClassArchive archive) throws IOException {
    make(archive);
    archive.keepMade();
  }

  private static void make(ClassArchive archive) throws IOException {
    String draft = archive.makingArgs().get(0).replace("-XX:ArchiveClassesAtExit=", "");
    Files.writeString(Path.of(draft), "classes");
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("classes"))) {
      return files.toList();
    }
  }

  @Test
  void forksOfAPackedProgramShareClassesFromItsFirstRunOn() throws Exception {
    String classPath = packed(System.getProperty("java.class.path"));

    assertThat(run(classPath, "first")).contains("Archiving classes", "ok: 1 forks");
    assertThat(run(classPath, "second"))
        .contains("ok: 1 forks")
        .doesNotContain("Archiving classes");
    try (Stream<Path> archives = Files.list(folder.resolve("cache/classes"))) {
      assertThat(archives).singleElement().asString().endsWith(".jsa");
    }
    assertThat(Files.readString(folder.resolve("second/jmh.log")))
        .contains("-XX:SharedArchiveFile=");
  }

  /** A program that runs one short fork. */
  static final class Host {
    public static void main(String[] args) throws IOException {
      Path run = Files.createDirectory(Path.of(args[1]));
      RunPlan plan =
          new RunPlan(
              TestSuites.of(
                  TestSuites.timing(1), TestSuites.udf("pickle", Map.of(Axis.MODE, "pickle"))),
              new RunFolder(run),
              new Environment(new TreeMap<>()),
              "test",
              1,
              ForkSettings.of(new PythonLaunch(Path.of(args[0]), PythonPackage.extract())));
      RecordingListener listener = new RecordingListener();
      RunOutcome outcome = new SuiteRunner().run(plan, listener);
      listener.messages.forEach(System.out::println);
      System.out.println(
          (outcome.hasFailures() ? "failed: " : "ok: ") + outcome.forksInJournal() + " forks");
    }
  }

  private String run(String classPath, String name) throws Exception {
    ProcessBuilder host =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            Host.class.getName(),
            TestPython.launch().interpreter().toString(),
            folder.resolve(name).toString());
    host.environment().put("BRIDGEBENCH_CACHE", folder.resolve("cache").toString());
    Process process = host.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  /** The class path with a jar in place of each folder. */
  private String packed(String classPath) throws IOException {
    List<String> jars = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      Path path = Path.of(entry);
      jars.add(Files.isDirectory(path) ? pack(path, jars.size()).toString() : entry);
    }
    return String.join(File.pathSeparator, jars);
  }

  private Path pack(Path classes, int number) throws IOException {
    Path jar = folder.resolve("classes" + number + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packing = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        packing.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, packing);
      }
    }
    return jar;
  }
}
