package bridgebench.scenarios.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a journal holds.
 *
 * @param header what the run set out to do
 * @param forks the finished forks in the order in which they ran
 * @param resumedOn the environment of each resumption, in order
 * @param end how the run ended, or null when it is still going on or its program died
 * @param warnings what a reader should know about the file itself, such as a cut last line
 */
public record JournalContents(
    RunHeader header,
    List<ForkRecord> forks,
    List<Environment> resumedOn,
    @Nullable RunEnd end,
    List<String> warnings) {

  public JournalContents {
    forks = List.copyOf(forks);
    resumedOn = List.copyOf(resumedOn);
    warnings = List.copyOf(warnings);
  }
}
