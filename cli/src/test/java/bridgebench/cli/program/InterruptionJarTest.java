package bridgebench.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.cli.program.Invocation.Ended;
import bridgebench.cli.program.Invocation.Running;
import bridgebench.scenarios.run.Journal;
import bridgebench.scenarios.run.RunEnd;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends a run in its middle: Ctrl-C, and a build that replaces the program. */
class InterruptionJarTest {
  private static final int FORKS = 3;
  private static final int SCENARIOS = 2;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void interruptedRunKeepsWhatItHasReportsItAndCanBeResumed(boolean wholeProcessGroup)
      throws IOException {
    Invocation program = new Invocation(folder);
    Running running = program.start(SmallSuite.arguments("run", SmallSuite.write(folder, FORKS)));
    running.awaitLines(folder, "journal.jsonl", "\"type\":\"fork\"", 1);
    if (wholeProcessGroup) {
      running.pressCtrlC();
    } else {
      running.interrupt();
    }
    Ended interrupted = running.awaitEnd();

    assertThat(interrupted.status()).as(interrupted.err()).isEqualTo(130);
    assertThat(interrupted.err()).contains("bridgebench.jar resume ");
    assertThat(program.leftOverProcesses()).isEmpty();
    assertThat(program.leftOverFiles()).isEmpty();
    Path run = runFolder();
    assertThat(run.resolve("run.json")).exists();
    assertThat(run.resolve("report.html")).exists();
    assertThat(Journal.read(run).end()).isEqualTo(RunEnd.INTERRUPTED);
    assertThat(Journal.read(run).forks())
        .hasSizeBetween(1, FORKS * SCENARIOS - 1)
        .allSatisfy(fork -> assertThat(fork.failure()).isNull());

    Ended resumed = program.run(SmallSuite.arguments("resume", run));

    assertThat(resumed.status()).as(resumed.err()).isZero();
    assertThat(Journal.read(run).end()).isEqualTo(RunEnd.FINISHED);
    assertThat(Journal.read(run).forks()).hasSize(FORKS * SCENARIOS);
    assertThat(Journal.read(run).resumedOn())
        .singleElement()
        .satisfies(
            environment ->
                assertThat(environment.facts())
                    .containsEntry("suite.folder", folder.toRealPath().toString()));

    String journal = Files.readString(run.resolve("journal.jsonl"));
    Ended again = program.run(SmallSuite.arguments("resume", run));

    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.err()).contains("nothing is left to measure");
    assertThat(again.out()).isEqualTo(resumed.out());
    assertThat(Files.readString(run.resolve("journal.jsonl"))).isEqualTo(journal);
  }

  @Test
  void secondCtrlCLeavesAtOnceAndLeavesNoProcess() throws IOException {
    Invocation program = new Invocation(folder);
    Running running = program.start(SmallSuite.arguments("run", SmallSuite.write(folder, FORKS)));
    running.awaitLines(folder, "journal.jsonl", "\"type\":\"fork\"", 1);
    running.interrupt();
    running.awaitLines(folder, "stderr.txt", "Stopping", 1);
    running.interrupt();

    assertThat(running.awaitEnd().status()).isEqualTo(130);
    assertThat(program.leftOverProcesses()).isEmpty();
    assertThat(program.leftOverFiles()).isEmpty();
    assertThat(Journal.read(runFolder()).forks()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRunWhoseJarIsReplacedEndsWithAWordAboutItAndCanBeResumed(boolean inPlace)
      throws IOException {
    Path jar = Files.copy(Invocation.packagedJar(), folder.resolve("program.jar"));
    Path built = anotherBuild();
    Invocation program = new Invocation(folder).from(jar);
    Running running = program.start(SmallSuite.arguments("run", SmallSuite.write(folder, FORKS)));
    running.awaitLines(folder, "journal.jsonl", "\"type\":\"fork\"", 1);
    if (inPlace) {
      Files.write(jar, Files.readAllBytes(built));
    } else {
      Files.move(built, jar, StandardCopyOption.REPLACE_EXISTING);
    }
    Ended ended = running.awaitEnd();

    assertThat(ended.status()).as(ended.err()).isEqualTo(1);
    assertThat(ended.err())
        .contains("program.jar is not what it was when the run began")
        .contains("'resume' goes on with the new jar")
        .doesNotContain("stack trace");
    assertThat(program.leftOverProcesses()).isEmpty();
    assertThat(program.leftOverFiles()).isEmpty();
    assertThat(Journal.read(runFolder()).forks())
        .hasSizeBetween(1, FORKS * SCENARIOS - 1)
        .allSatisfy(fork -> assertThat(fork.failure()).isNull());

    Ended resumed = program.run(SmallSuite.arguments("resume", runFolder()));

    assertThat(resumed.status()).as(resumed.err()).isZero();
    assertThat(resumed.err()).containsPattern("bridgebench\\.build: [0-9a-f]{8} → [0-9a-f]{8}");
    assertThat(Journal.read(runFolder()).forks()).hasSize(FORKS * SCENARIOS);
  }

  private Path anotherBuild() throws IOException {
    Path built = Files.copy(Invocation.packagedJar(), folder.resolve("built.jar"));
    try (FileSystem entries = FileSystems.newFileSystem(built)) {
      Files.writeString(entries.getPath("another-build"), "");
    }
    return built;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anInterruptedReportLeavesNeitherOfItsTwoJvms(boolean wholeProcessGroup)
      throws IOException, InterruptedException {
    // Nobody writes to the pipe, so that reading the journal lasts until the signal.
    Path run = Files.createDirectory(folder.resolve("run"));
    new ProcessBuilder("mkfifo", run.resolve("journal.jsonl").toString()).start().waitFor();
    Invocation program = new Invocation(folder);
    Running running = program.start("report", run.toString());
    running.awaitChild("-Dbridgebench.shortLived=true");
    if (wholeProcessGroup) {
      running.pressCtrlC();
    } else {
      running.interrupt();
    }

    assertThat(running.awaitEnd().status()).isEqualTo(130);
    assertThat(program.leftOverProcesses()).isEmpty();
    assertThat(program.leftOverFiles()).isEmpty();
  }

  private Path runFolder() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      return runs.findFirst().orElseThrow();
    }
  }
}
