package bridgebench.reports.findings;

import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.LatencyKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * Arms whose batches are sent at a rate. Their tasks last as long as the rate wants; what tells
 * them apart is how soon a batch is answered after it was due.
 */
final class OpenLoop {

  private static final String RESPONSE = LatencyKind.RESPONSE.word();

  private static final double MEDIAN = 50;

  /** Tasks that last longer than their batches' times by more than this share are behind. */
  private static final double MOST_DELAY = 1.1;

  private OpenLoop() {}

  static boolean hasRate(Scenario scenario) {
    return scenario.batchesPerSecond() > 0;
  }

  /** One value per fork; empty where a fork has no response times. */
  static double[][] medianResponses(List<ForkRecord> forks) {
    if (!forks.stream().allMatch(fork -> fork.latencyHistograms().containsKey(RESPONSE))) {
      return new double[0][];
    }
    List<Histogram> responses = forks.stream().map(OpenLoop::responses).toList();
    boolean all = responses.stream().allMatch(response -> response.getTotalCount() > 0);
    return all
        ? responses.stream()
            .map(response -> new double[] {response.getValueAtPercentile(MEDIAN)})
            .toArray(double[][]::new)
        : new double[0][];
  }

  /**
   * Whether the bridge carries as much as the rate asks for. Where it does not, a batch is the
   * later the more came before it: the response time is that of the task's length.
   */
  static boolean keepsUp(Arm arm) {
    Figure task = arm.figures().get(Metric.TASK_NANOS);
    return !hasRate(arm.scenario())
        || task == null
        || task.median() <= MOST_DELAY * dueNanos(arm.scenario());
  }

  /** The sentence about an arm that cannot keep up with its rate. */
  static Optional<Finding> overload(Arm arm, String name) {
    Figure task = arm.figures().get(Metric.TASK_NANOS);
    if (task == null || keepsUp(arm)) {
      return Optional.empty();
    }
    long asked = arm.scenario().batchesPerSecond();
    double answered = asked * dueNanos(arm.scenario()) / task.median();
    return Optional.of(
        new Finding(
            FindingKind.OVERLOAD,
            Wording.capitalised(
                name
                    + " does not keep up with its rate: of "
                    + Wording.count(asked)
                    + " batches a second "
                    + Wording.count(answered)
                    + " are answered, and the response time grows for as long as a task lasts."),
            List.of(arm.id()),
            Map.of("askedBatchesPerSecond", (double) asked, "batchesPerSecond", answered)));
  }

  /** The time that the rate gives a task's batches together. */
  private static double dueNanos(Scenario scenario) {
    double batches = Math.max(1, Math.ceil((double) scenario.rows() / scenario.batchRows()));
    return 1e9 * batches / scenario.batchesPerSecond();
  }

  private static Histogram responses(ForkRecord fork) {
    String encoded = Objects.requireNonNull(fork.latencyHistograms().get(RESPONSE), RESPONSE);
    return LatencyMerger.decode(fork, RESPONSE, encoded);
  }
}
