package bridgebench.bridge.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real environments, but with an empty lock: nothing is downloaded. */
class VirtualEnvironmentTest {
  private static final String NOTHING = "# no requirements\n";
  private static final Path BASE = Path.of(System.getProperty("bridgebench.python", "python3"));

  @TempDir Path cache;
  private final List<String> progress = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void removeEnvironments() throws IOException {
    // JUnit warns about every link that leads out of its temporary folder.
    FolderTree.delete(cache.resolve("venv"));
  }

  @Test
  void environmentIsMadeOnceAndItsInterpreterRuns() throws Exception {
    Path first = VirtualEnvironment.ensure(cache, NOTHING, BASE, progress::add);
    assertThat(progress).isNotEmpty();
    assertThat(PythonProbe.ask(first).version()).startsWith("3.");
    progress.clear();

    assertThat(VirtualEnvironment.ensure(cache, NOTHING, BASE, progress::add)).isEqualTo(first);
    assertThat(progress).isEmpty();
  }

  @Test
  void twoThatNeedItAtOnceShareOneEnvironment() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Path>> made =
          Stream.of(1, 2)
              .map(
                  i ->
                      threads.submit(
                          () -> VirtualEnvironment.ensure(cache, NOTHING, BASE, progress::add)))
              .toList();

      assertThat(made.get(0).get()).isEqualTo(made.get(1).get());
    } finally {
      threads.shutdownNow();
    }
    assertThat(progress).filteredOn(line -> line.startsWith("Making")).hasSize(1);
  }

  @Test
  void failedInstallationLeavesNothingBehindAndShowsWhatPipSaid() throws IOException {
    String impossible = "no-such-package-of-ours @ file:///nowhere.whl --hash=sha256:00\n";

    assertThatThrownBy(() -> VirtualEnvironment.ensure(cache, impossible, BASE, progress::add))
        .isInstanceOf(PythonSetupException.class)
        .hasMessageContaining("pip install --require-hashes")
        .hasMessageContaining("--python PATH");
    assertThat(foldersIn(cache.resolve("venv"))).isEmpty();
  }

  @Test
  void draftOfAKilledProcessIsRemoved() throws IOException {
    Path made = VirtualEnvironment.ensure(cache, NOTHING, BASE, progress::add);
    Path environment = made.getParent().getParent();
    Path draft = environment.resolveSibling(environment.getFileName() + ".draft");
    Files.move(environment, draft);

    VirtualEnvironment.ensure(cache, NOTHING, BASE, progress::add);

    assertThat(foldersIn(cache.resolve("venv"))).containsExactly(environment);
  }

  @Test
  void environmentWhoseBaseIsGoneIsMadeAgain() throws Exception {
    Path made = VirtualEnvironment.ensure(cache, NOTHING, BASE, progress::add);
    Files.delete(made);
    Files.createSymbolicLink(made, cache.resolve("uninstalled/python3"));

    Path again = VirtualEnvironment.ensure(cache, NOTHING, BASE, progress::add);

    assertThat(PythonProbe.ask(again).version()).startsWith("3.");
  }

  @Test
  void debianPythonWithoutVenvIsToldWhichPackageToInstall() throws IOException {
    Path base =
        FakeInterpreter.script(
            cache.resolve("bin"),
            """
            if [ "$1" = -c ]; then echo '{"version": "3.11.2", "build": "fake"}'; exit 0; fi
            echo 'The virtual environment was not created successfully because ensurepip is not'
            exit 1
            """);

    assertThatThrownBy(() -> VirtualEnvironment.ensure(cache, NOTHING, base, progress::add))
        .isInstanceOf(PythonSetupException.class)
        .hasMessageContaining("apt install python3-venv");
  }

  @Test
  void ofAnEndlessLineOnlyPiecesAreKept() throws IOException {
    Path base =
        FakeInterpreter.script(
            cache.resolve("bin"),
            """
            if [ "$1" = -c ]; then echo '{"version": "3.11.2", "build": "fake"}'; exit 0; fi
            head -c 1000000 /dev/zero | tr '\\0' x
            echo; echo the reason
            exit 1
            """);

    assertThatThrownBy(() -> VirtualEnvironment.ensure(cache, NOTHING, base, progress::add))
        .hasMessageContaining("the reason")
        .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(40_000));
    assertThat(progress).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(2_000));
  }

  @Test
  void tooOldBaseIsRefusedBeforeAnythingIsMade() throws IOException {
    Path base = FakeInterpreter.answering(cache.resolve("bin"), "3.9.18", "{}");

    assertThatThrownBy(() -> VirtualEnvironment.ensure(cache, NOTHING, base, progress::add))
        .isInstanceOf(PythonSetupException.class)
        .hasMessageContaining("3.9.18");
    assertThat(cache.resolve("venv")).doesNotExist();
  }

  @Test
  void cacheThatCannotBeWrittenIsAClearError() throws IOException {
    Path file = Files.writeString(cache.resolve("taken"), "");

    assertThatThrownBy(() -> VirtualEnvironment.ensure(file, NOTHING, BASE, progress::add))
        .isInstanceOf(PythonSetupException.class)
        .hasMessageContaining("BRIDGEBENCH_CACHE");
  }

  private static List<Path> foldersIn(Path parent) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).toList();
    }
  }
}
