package bridgebench.jmh.runner;

import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.RunFolder;
import bridgebench.scenarios.suite.PlannedScenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code jmh-result.json}, derived from the journal in JMH's own JSON format.
 *
 * <p>As JMH does, it leaves out scenarios that failed. JMH pools iterations of all forks into one
 * interval; the raw data of each fork is in it for tools that know better.
 */
final class JmhResultFile {
  private JmhResultFile() {}

  /** Derives it from the folder's journal, replacing what is older. */
  static void write(RunFolder folder, JournalContents journal) throws IOException {
    Map<String, String> facts = journal.header().environment().facts();
    List<JmhEntry> entries = entries(journal);
    DerivedFile.replace(folder.jmhResult(), out -> JmhJson.write(facts, entries, out));
  }

  private static List<JmhEntry> entries(JournalContents journal) {
    Map<String, List<ForkRecord>> byScenario =
        journal.forks().stream().collect(Collectors.groupingBy(ForkRecord::scenarioId));
    List<JmhEntry> entries = new ArrayList<>();
    for (PlannedScenario planned : journal.header().suite().scenarios()) {
      List<ForkRecord> forks = byScenario.getOrDefault(planned.scenario().id(), List.of());
      if (!forks.isEmpty() && forks.stream().allMatch(fork -> fork.failure() == null)) {
        entries.add(new JmhEntryGatherer(planned, forks).entry());
      }
    }
    return entries;
  }
}
