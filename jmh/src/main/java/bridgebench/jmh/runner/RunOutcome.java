package bridgebench.jmh.runner;

import bridgebench.scenarios.run.FailureRecord;
import bridgebench.scenarios.run.RunEnd;
import java.util.Map;

/**
 * How a run ended.
 *
 * @param end whether every planned fork was dealt with
 * @param forksInJournal finished forks, failed ones included, also from before a resumption
 * @param failures the failure of each failed scenario, by id, in the order in which they failed
 */
public record RunOutcome(RunEnd end, int forksInJournal, Map<String, FailureRecord> failures) {

  /** Whether at least one scenario failed. */
  public boolean hasFailures() {
    return !failures.isEmpty();
  }
}
