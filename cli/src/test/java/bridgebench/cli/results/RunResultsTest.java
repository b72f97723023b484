package bridgebench.cli.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bridgebench.cli.selection.IdenticalSuite;
import bridgebench.cli.selection.SuiteChanges;
import bridgebench.scenarios.run.Environment;
import bridgebench.scenarios.run.Journal;
import bridgebench.scenarios.run.RunFolder;
import bridgebench.scenarios.run.RunHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunResultsTest {
  @TempDir Path path;

  @Test
  void aReportThatCannotBeDrawnLosesNoFigures() throws IOException {
    RunFolder folder = runWithoutForks();
    // A folder with something in it cannot be replaced by a file.
    Files.createDirectories(folder.report().resolve("in-the-way"));

    assertThatThrownBy(() -> RunResults.write(folder)).isInstanceOf(IOException.class);

    assertThat(folder.runFile()).exists();
    assertThat(folder.jmhResult()).exists();
    assertThat(folder.samples()).exists();
  }

  @Test
  void figuresThatCannotBeWrittenAreTold() throws IOException {
    RunFolder folder = runWithoutForks();
    Files.createDirectories(folder.samples().resolve("in-the-way"));

    assertThatThrownBy(() -> RunResults.write(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("samples.csv");
    assertThat(folder.report()).exists();
  }

  private RunFolder runWithoutForks() throws IOException {
    RunHeader header =
        new RunHeader(
            Journal.FORMAT_VERSION,
            "test",
            Instant.parse("2026-01-02T03:04:05Z"),
            IdenticalSuite.of(2, new SuiteChanges()),
            new Environment(new TreeMap<>()),
            "test",
            1);
    Journal.create(path, header).close();
    return new RunFolder(path);
  }
}
