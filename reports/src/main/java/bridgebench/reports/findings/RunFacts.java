package bridgebench.reports.findings;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run was.
 *
 * @param runId the run's id
 * @param suite the suite's name
 * @param title the suite's title
 * @param note what the suite says of itself, such as "quick: not for publication"; null without one
 * @param startedAt when it was started
 * @param command the command that reproduces it
 * @param seed the seed of rows and of the order of forks
 * @param environment facts of the machine and the programs, by key
 * @param environmentChanges one sentence for each fact that had changed when the run was resumed
 * @param outcome "finished", "interrupted" or "unfinished"
 * @param warnings what was wrong with the journal, such as a cut last line
 */
public record RunFacts(
    String runId,
    String suite,
    String title,
    @Nullable String note,
    Instant startedAt,
    String command,
    long seed,
    SortedMap<String, String> environment,
    List<String> environmentChanges,
    String outcome,
    List<String> warnings) {}
