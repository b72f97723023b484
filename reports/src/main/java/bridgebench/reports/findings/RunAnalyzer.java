package bridgebench.reports.findings;

import bridgebench.reports.trust.TrustJudge;
import bridgebench.scenarios.run.Environment;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.RunHeader;
import bridgebench.scenarios.suite.PlannedScenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Derives an analysis from a journal. */
final class RunAnalyzer {

  private final JournalContents journal;

  RunAnalyzer(JournalContents journal) {
    this.journal = journal;
  }

  RunAnalysis analyze() {
    Map<String, List<ForkRecord>> forks =
        journal.forks().stream().collect(Collectors.groupingBy(ForkRecord::scenarioId));
    List<Arm> arms =
        ChecksumAgreement.check(
            // Scenarios are independent: each core takes some.
            journal.header().suite().scenarios().parallelStream()
                .map(PlannedScenario::scenario)
                .map(
                    scenario ->
                        new ArmBuilder(scenario, forks.getOrDefault(scenario.id(), List.of()))
                            .build())
                .toList());
    Map<String, Measured> byId = new LinkedHashMap<>();
    for (Arm arm : arms) {
      List<ForkRecord> finished = ArmBuilder.finished(forks.getOrDefault(arm.id(), List.of()));
      byId.put(arm.id(), new Measured(arm, finished));
    }
    WakeUpFindings wakeUp = WakeUpFindings.of(journal.header().environment());
    List<QuestionAnalysis> questions =
        journal.header().suite().questions().parallelStream()
            .map(question -> new QuestionBuilder(question, byId, wakeUp).build())
            .toList();
    return new RunAnalysis(
        RunAnalysis.STATISTICS_VERSION,
        facts(),
        arms,
        questions,
        TrustJudge.of(journal, WarmupClassifier::changeWhileMeasured),
        journal);
  }

  private RunFacts facts() {
    RunHeader header = journal.header();
    return new RunFacts(
        header.runId(),
        header.suite().name(),
        header.suite().title(),
        header.suite().note(),
        header.startedAt(),
        header.command(),
        header.seed(),
        header.environment().facts(),
        environmentChanges(),
        journal.end() == null ? "unfinished" : journal.end().word(),
        journal.warnings());
  }

  private List<String> environmentChanges() {
    List<String> changes = new ArrayList<>();
    Environment before = journal.header().environment();
    for (Environment after : journal.resumedOn()) {
      before
          .differences(after)
          .forEach(
              (fact, change) -> {
                if (!Environment.isIncidental(fact)) {
                  changes.add("When the run was resumed, " + fact + " had changed: " + change);
                }
              });
      before = after;
    }
    return changes;
  }
}
