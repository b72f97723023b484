package bridgebench.scenarios.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("journal.jsonl");
  }

  @Test
  void aJournalReadsBackAsItWasWritten() throws IOException {
    try (Journal journal = Journal.create(folder, Examples.header())) {
      journal.append(Examples.fork(0));
      journal.append(Examples.failedFork(1));
      journal.appendEnd(RunEnd.INTERRUPTED);
    }

    JournalContents contents = Journal.read(folder);

    assertThat(contents.header()).isEqualTo(Examples.header());
    assertThat(contents.forks()).containsExactly(Examples.fork(0), Examples.failedFork(1));
    assertThat(contents.end()).isEqualTo(RunEnd.INTERRUPTED);
    assertThat(contents.warnings()).isEmpty();
  }

  @Test
  void everyAppendedForkIsOnDiskBeforeTheJournalIsClosed() throws IOException {
    try (Journal journal = Journal.create(folder, Examples.header())) {
      journal.append(Examples.fork(0));
      assertThat(Journal.read(folder).forks()).hasSize(1);
      journal.append(Examples.fork(1));
      assertThat(Journal.read(folder).forks()).hasSize(2);
    }
  }

  @Test
  void aResumedRunHasNoEndUntilItEndsAgain() throws IOException {
    try (Journal journal = Journal.create(folder, Examples.header())) {
      journal.appendEnd(RunEnd.INTERRUPTED);
    }
    try (Journal journal = Journal.reopen(folder)) {
      journal.appendResumed(Examples.environment("6.19"));
      assertThat(Journal.read(folder).end()).isNull();
      journal.append(Examples.fork(0));
      journal.appendEnd(RunEnd.FINISHED);
    }

    JournalContents contents = Journal.read(folder);

    assertThat(contents.end()).isEqualTo(RunEnd.FINISHED);
    assertThat(contents.resumedOn()).containsExactly(Examples.environment("6.19"));
    assertThat(contents.header().environment().differences(contents.resumedOn().get(0)))
        .containsExactly(java.util.Map.entry("os.kernel", "6.18 → 6.19"));
  }

  @Test
  void aCutLastLineIsLeftOutWithAWarning() throws IOException {
    journalWithTwoForks();
    cutLastBytes(20);

    JournalContents contents = Journal.read(folder);

    assertThat(contents.forks()).containsExactly(Examples.fork(0));
    assertThat(contents.warnings())
        .singleElement()
        .asString()
        .startsWith(file + ":3: the last line is cut");
  }

  @Test
  void aLineThatLacksOnlyItsNewlineIsCutToo() throws IOException {
    journalWithTwoForks();
    cutLastBytes(1);

    assertThat(Journal.read(folder).forks()).containsExactly(Examples.fork(0));
  }

  @Test
  void resumptionRemovesACutLastLine() throws IOException {
    journalWithTwoForks();
    cutLastBytes(20);

    try (Journal journal = Journal.reopen(folder)) {
      journal.append(Examples.fork(7));
    }

    JournalContents contents = Journal.read(folder);
    assertThat(contents.forks()).containsExactly(Examples.fork(0), Examples.fork(7));
    assertThat(contents.warnings()).isEmpty();
  }

  @Test
  void theFirstOfSeveralBadLinesIsNamed() throws IOException {
    journalWithTwoForks();
    List<String> lines = Files.readAllLines(file);
    List<String> bad = new ArrayList<>(List.of(lines.get(0), lines.get(1)));
    bad.addAll(Collections.nCopies(200, lines.get(2).substring(0, 40)));
    Files.write(file, bad);

    assertThatThrownBy(() -> Journal.read(folder))
        .isInstanceOf(RunFormatException.class)
        .hasMessageStartingWith(file + ":3: ");
  }

  @Test
  void anyOtherBadLineIsNamed() throws IOException {
    journalWithTwoForks();
    List<String> lines = Files.readAllLines(file);
    Files.write(file, List.of(lines.get(0), lines.get(1).substring(0, 40), lines.get(2)));

    assertThatThrownBy(() -> Journal.read(folder))
        .isInstanceOf(RunFormatException.class)
        .hasMessageStartingWith(file + ":2: ");
  }

  @Test
  void aLineOfUnknownTypeIsNamed() throws IOException {
    journalWithTwoForks();
    Files.writeString(file, "{\"type\":\"frok\"}\n", UTF_8, StandardOpenOption.APPEND);

    assertThatThrownBy(() -> Journal.read(folder))
        .hasMessage(
            file
                + ":4: unknown type \"frok\": expected run, fork, resumed, interrupted or finished");
  }

  @Test
  void aLineThatIsNotUtf8IsNamed() throws IOException {
    journalWithTwoForks();
    Files.write(file, new byte[] {'"', (byte) 0xff, '"', '\n'}, StandardOpenOption.APPEND);

    assertThatThrownBy(() -> Journal.read(folder)).hasMessage(file + ":4: the line is not UTF-8");
  }

  @Test
  void aForkThatNamesNoScenarioIsNamed() throws IOException {
    journalWithTwoForks();
    Files.writeString(file, "{\"type\":\"fork\",\"fork\":1}\n", UTF_8, StandardOpenOption.APPEND);

    assertThatThrownBy(() -> Journal.read(folder))
        .isInstanceOf(RunFormatException.class)
        .hasMessageStartingWith(file + ":4: ");
  }

  @Test
  void anEmptyJournalIsRefused() throws IOException {
    Files.createFile(file);

    assertThatThrownBy(() -> Journal.read(folder))
        .hasMessage(
            file + ": expected a first line of type \"run\", the file holds no complete line");
  }

  @Test
  void aJournalOfANewerFormatIsRefused() throws IOException {
    Journal.create(folder, Examples.header(2)).close();

    assertThatThrownBy(() -> Journal.read(folder))
        .hasMessage(
            file
                + ":1: formatVersion 2 is newer than this program reads (up to 1);"
                + " open the run with a newer bridgebench");
  }

  @Test
  void membersThatALaterVersionAddedAreIgnored() throws IOException {
    journalWithTwoForks();
    String text =
        Files.readString(file).replace("{\"type\":\"fork\"", "{\"new\":1,\"type\":\"fork\"");
    Files.writeString(file, text);

    assertThat(Journal.read(folder).forks()).containsExactly(Examples.fork(0), Examples.fork(1));
  }

  @Test
  void anExistingJournalIsNeverOverwritten() throws IOException {
    journalWithTwoForks();

    assertThatThrownBy(() -> Journal.create(folder, Examples.header()))
        .hasMessageContaining("is there already: resume that run");
    assertThat(Journal.read(folder).forks()).hasSize(2);
  }

  @Test
  void aJournalHasOneWriterAtATime() throws IOException {
    try (Journal journal = Journal.create(folder, Examples.header())) {
      assertThatThrownBy(() -> Journal.reopen(folder))
          .isInstanceOf(JournalInUseException.class)
          .hasMessageContaining(file + " is being written by another bridgebench process");
      journal.append(Examples.fork(0));
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamedWithTheReason() throws IOException {
    Path noFolder = Files.createFile(folder.resolve("a-file"));

    assertThatThrownBy(() -> Journal.create(noFolder, Examples.header()))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "cannot write "
                + noFolder.resolve("journal.jsonl")
                + ": Not a directory; choose another folder with --output");
  }

  @Test
  @EnabledIf("hasFullDevice")
  void aFullDiskIsSaidInWords() throws IOException {
    Path full = Path.of("/dev/full");
    try (Journal journal = new Journal(full, new FileOutputStream(full.toFile()))) {
      assertThatThrownBy(() -> journal.append(Examples.fork(0)))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "cannot write /dev/full: no space left on the disk; free some and resume the run");
    }
  }

  @Test
  void anInterruptedThreadStillWritesItsLine() throws IOException {
    try (Journal journal = Journal.create(folder, Examples.header())) {
      Thread.currentThread().interrupt();
      journal.append(Examples.fork(0));
      journal.append(Examples.fork(1));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(Journal.read(folder).forks()).hasSize(2);
  }

  static boolean hasFullDevice() {
    return Files.isWritable(Path.of("/dev/full"));
  }

  private void journalWithTwoForks() throws IOException {
    try (Journal journal = Journal.create(folder, Examples.header())) {
      journal.append(Examples.fork(0));
      journal.append(Examples.fork(1));
    }
  }

  private void cutLastBytes(int bytes) throws IOException {
    byte[] all = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(all, all.length - bytes));
  }
}
