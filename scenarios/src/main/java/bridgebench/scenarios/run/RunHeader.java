package bridgebench.scenarios.run;

import bridgebench.scenarios.suite.Suite;
import java.time.Instant;
import java.util.Objects;

/**
 * What a run set out to do: the first line of the journal.
 *
 * @param formatVersion version of the journal's format; {@link Journal#FORMAT_VERSION} when written
 *     by this program
 * @param runId the run's name, that of its folder
 * @param startedAt when the run began
 * @param suite the suite as resolved
 * @param environment what it is measured on
 * @param command the command line that reproduces it
 * @param seed of the rows and of the order of forks
 */
public record RunHeader(
    int formatVersion,
    String runId,
    Instant startedAt,
    Suite suite,
    Environment environment,
    String command,
    long seed) {

  public RunHeader {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(suite, "suite");
    Objects.requireNonNull(environment, "environment");
  }
}
