package bridgebench.reports.findings;

import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.RunFile;
import bridgebench.scenarios.run.Trust;
import java.util.List;

/**
 * Everything a report says about one run, derived from its journal alone.
 *
 * @param statisticsVersion which rules the figures and verdicts follow
 * @param facts what the run was
 * @param arms every scenario of the suite once, in the suite's order
 * @param questions the suite's questions with their answers
 * @param trust how quiet the machine was
 * @param journal what all of it was derived from
 */
public record RunAnalysis(
    int statisticsVersion,
    RunFacts facts,
    List<Arm> arms,
    List<QuestionAnalysis> questions,
    Trust trust,
    JournalContents journal) {

  /** Raised whenever a figure or a verdict of the same journal would differ. */
  public static final int STATISTICS_VERSION = 3;

  /** Analyses a journal; the same journal always gives the same analysis. */
  public static RunAnalysis of(JournalContents journal) {
    return new RunAnalyzer(journal).analyze();
  }

  /** The arms of which a fork failed, also those of which other forks finished. */
  public List<Arm> failedArms() {
    return arms.stream().filter(arm -> arm.failure() != null).toList();
  }

  /**
   * Every measured iteration of every finished fork of an arm, by fork number; empty when the arm
   * does not have the metric.
   */
  public double[][] samples(Arm arm, Metric metric) {
    List<ForkRecord> records =
        journal.forks().stream().filter(fork -> fork.scenarioId().equals(arm.id())).toList();
    return MetricValues.iterations(metric, arm.scenario(), ArmBuilder.finished(records));
  }

  /** The run as {@code run.json} has it. */
  public RunFile toRunFile() {
    return RunFile.of(
        journal, statisticsVersion, trust, arms.stream().map(ScenarioOutcomes::of).toList());
  }
}
