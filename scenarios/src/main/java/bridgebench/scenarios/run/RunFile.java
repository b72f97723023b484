package bridgebench.scenarios.run;

import bridgebench.scenarios.suite.Suite;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code run.json}: a run's environment, suite, outcomes and figures. Derived from the journal; its
 * JSON Schema is docs/run.schema.json.
 *
 * @param formatVersion version of the file's format; {@link #FORMAT_VERSION} when written by this
 *     program
 * @param statisticsVersion version of the rules that made the figures
 * @param runId the run's name
 * @param startedAt when the run began
 * @param end how it ended, or null when its program died
 * @param command the command line that reproduces it
 * @param seed of the rows and of the order of forks
 * @param suite the suite as resolved
 * @param environment what it was measured on
 * @param resumedOn the environment of each resumption, in order
 * @param trust how quiet the machine was; unknown in a file that does not say
 * @param scenarios one for each scenario of the suite, in its order
 */
public record RunFile(
    int formatVersion,
    int statisticsVersion,
    String runId,
    Instant startedAt,
    @Nullable RunEnd end,
    String command,
    long seed,
    Suite suite,
    Environment environment,
    List<Environment> resumedOn,
    Trust trust,
    List<ScenarioOutcome> scenarios) {

  /** The newest version of the format that this program reads, and the one it writes. */
  public static final int FORMAT_VERSION = 1;

  private static final ObjectMapper MAPPER =
      RunJson.mapper().enable(SerializationFeature.INDENT_OUTPUT);

  public RunFile {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(suite, "suite");
    Objects.requireNonNull(environment, "environment");
    resumedOn = resumedOn == null ? List.of() : List.copyOf(resumedOn);
    trust = trust == null ? Trust.UNKNOWN : trust;
    scenarios = List.copyOf(scenarios);
  }

  /** The run file of a journal's run. */
  public static RunFile of(
      JournalContents journal,
      int statisticsVersion,
      Trust trust,
      List<ScenarioOutcome> scenarios) {
    RunHeader header = journal.header();
    return new RunFile(
        FORMAT_VERSION,
        statisticsVersion,
        header.runId(),
        header.startedAt(),
        journal.end(),
        header.command(),
        header.seed(),
        header.suite(),
        header.environment(),
        journal.resumedOn(),
        trust,
        scenarios);
  }

  /**
   * Reads a run file.
   *
   * @throws RunFormatException naming the file and the reason when it is damaged or a newer program
   *     wrote it
   */
  public static RunFile read(Path file) throws IOException {
    try {
      JsonNode json = MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
      FormatVersion.check(file + ": ", json.path("formatVersion"), FORMAT_VERSION);
      return MAPPER.treeToValue(json, RunFile.class);
    } catch (JsonProcessingException e) {
      throw new RunFormatException(file + ": " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Writes the file whole or not at all: to a temporary neighbour, which then takes its name.
   *
   * @throws IOException naming the file and the reason
   */
  public void write(Path file) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
        out.write(MAPPER.writeValueAsBytes(this));
        out.getFD().sync();
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw WriteFailure.of(file, e);
    }
  }
}
