package bridgebench.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

final class RunFileTest {

  @TempDir Path folder;

  @Test
  void aRunFileReadsBackAsItWasWritten() throws IOException {
    Path file = folder.resolve("run.json");

    example().write(file);

    assertThat(RunFile.read(file)).isEqualTo(example());
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(Files.list(folder)).hasSize(1);
  }

  @Test
  void figuresAreMembersOfTheirScenario() throws IOException {
    Path file = folder.resolve("run.json");
    example().write(file);

    JsonNode scenario = RunJson.mapper().readTree(file.toFile()).path("scenarios").path(0);

    assertThat(scenario.path("status").asText()).isEqualTo("ok");
    assertThat(scenario.at("/rowsPerSecond/median").asDouble()).isEqualTo(200e6);
    assertThat(scenario.at("/latencyNanos/residence/99.9/high").asDouble()).isEqualTo(210e6);
    assertThat(scenario.at("/axes/mode").asText()).isEqualTo("arrow");
  }

  @Test
  void anOlderRunFileIsReplacedWhole() throws IOException {
    Path file = folder.resolve("run.json");
    Files.writeString(file, "x".repeat(1_000_000));

    example().write(file);

    assertThat(RunFile.read(file)).isEqualTo(example());
  }

  @Test
  void aRunFileThatDoesNotSpeakOfTrustIsOfAMachineThatIsNotJudged() throws IOException {
    Path file = folder.resolve("run.json");
    example().write(file);
    ObjectNode run = (ObjectNode) RunJson.mapper().readTree(file.toFile());
    run.remove("trust");
    Files.writeString(file, run.toString());

    assertThat(RunFile.read(file).trust()).isEqualTo(Trust.UNKNOWN);
  }

  @Test
  void aNewerFormatIsRefused() throws IOException {
    Path file = folder.resolve("run.json");
    Files.writeString(file, "{\"formatVersion\": 2, \"shapeOfThings\": \"to come\"}");

    assertThatThrownBy(() -> RunFile.read(file))
        .isInstanceOf(RunFormatException.class)
        .hasMessage(
            file
                + ": formatVersion 2 is newer than this program reads (up to 1);"
                + " open the run with a newer bridgebench");
  }

  @Test
  void aFileWithoutAFormatVersionIsRefused() throws IOException {
    Path file = folder.resolve("run.json");
    Files.writeString(file, "{}");

    assertThatThrownBy(() -> RunFile.read(file))
        .isInstanceOf(RunFormatException.class)
        .hasMessageContaining("expected \"formatVersion\" to be a whole number from 1");
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    Path file = folder.resolve("run.json");
    Files.writeString(file, "{\"formatVersion\": 1,");

    assertThatThrownBy(() -> RunFile.read(file))
        .isInstanceOf(RunFormatException.class)
        .hasMessageStartingWith(file + ": ");
  }

  @Test
  @EnabledIf("hasFullDevice")
  void aFullDiskLeavesTheOldFileAndNoTemporaryOne() throws IOException {
    Path file = folder.resolve("run.json");
    Files.writeString(file, "old");
    Files.createSymbolicLink(folder.resolve("run.json.tmp"), Path.of("/dev/full"));

    assertThatThrownBy(() -> example().write(file))
        .hasMessage(
            "cannot write " + file + ": no space left on the disk; free some and resume the run");
    assertThat(file).hasContent("old");
    assertThat(Files.list(folder)).containsExactly(file);
  }

  @Test
  void twoRunsOfOneSecondGetFoldersOfTheirOwn() throws IOException {
    LocalDateTime now = LocalDateTime.of(2026, 1, 2, 3, 4, 5);

    RunFolder first = RunFolder.create(folder.resolve("runs"), "quick", now);
    RunFolder second = RunFolder.create(folder.resolve("runs"), "quick", now);

    assertThat(first.runId()).isEqualTo("20260102-030405-quick");
    assertThat(second.runId()).isEqualTo("20260102-030405-quick-2");
  }

  @Test
  void aRunFolderThatCannotBeMadeIsNamedWithTheReason() throws IOException {
    Path parent = Files.createFile(folder.resolve("runs")).resolve("below");

    assertThatThrownBy(
            () -> RunFolder.create(parent, "quick", LocalDateTime.of(2026, 1, 2, 3, 4, 5)))
        .hasMessage(
            "cannot write "
                + parent.resolve("20260102-030405-quick")
                + ": Not a directory; choose another folder with --output");
  }

  static boolean hasFullDevice() {
    return Files.isWritable(Path.of("/dev/full"));
  }

  private static RunFile example() {
    JournalContents journal =
        new JournalContents(
            Examples.header(),
            List.of(),
            List.of(Examples.environment("6.19")),
            RunEnd.FINISHED,
            List.of());
    return RunFile.of(
        journal, 1, Examples.trust(), List.of(Examples.outcome(), Examples.failedOutcome()));
  }
}
