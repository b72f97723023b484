package bridgebench.reports.findings;

import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.FailureRecord;
import bridgebench.scenarios.run.ScenarioStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One scenario as measured.
 *
 * @param scenario its id and axes
 * @param status failed when any fork failed; the figures, if any, are of the others
 * @param failure the first failure, also of an arm of which other forks finished; null without one
 * @param failedForks how many forks failed
 * @param forks the finished forks, by number
 * @param figures medians with intervals
 * @param variation where the spread comes from
 * @param effective what was really in force, as the first finished fork read it back
 * @param workerVersions as the first finished fork's worker reported them
 * @param resultChecksum the checksum of a task's results that all forks agree on where no Java twin
 *     exists, else null
 */
public record Arm(
    Scenario scenario,
    ScenarioStatus status,
    @Nullable FailureRecord failure,
    int failedForks,
    List<ForkTrace> forks,
    Figures figures,
    Variation variation,
    Map<String, String> effective,
    Map<String, String> workerVersions,
    @Nullable String resultChecksum) {

  public String id() {
    return scenario.id();
  }

  /**
   * Whether the bridge carries the rate at which the arm's batches are sent; so it does without
   * one. Else its response times are those of a queue that grows, and compare with nothing.
   */
  public boolean keepsUpWithItsRate() {
    return OpenLoop.keepsUp(this);
  }

  /**
   * What the arm is known for: rows a second where rows cross, else bytes a second, else time; at a
   * rate, how soon a batch is answered.
   */
  public Metric headline() {
    return MetricValues.headline(scenario);
  }
}
