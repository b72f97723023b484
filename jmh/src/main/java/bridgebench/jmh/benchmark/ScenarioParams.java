package bridgebench.jmh.benchmark;

import bridgebench.jmh.fork.ForkOrder;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisDefaults;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Validity;
import java.util.EnumMap;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;

/** The scenario that a benchmark measures: the order's, else what JMH's parameters say. */
final class ScenarioParams {
  /** The parameter of an axis that does not apply, or whose default is wanted. */
  static final String NOT_GIVEN = "-";

  private ScenarioParams() {}

  /**
   * The scenario to measure.
   *
   * @throws IllegalArgumentException with the reason when JMH's parameters make no possible
   *     scenario
   */
  static Scenario scenario(BenchmarkParams params, ForkOrder order) {
    return order.scenario().orElseGet(() -> fromParams(params));
  }

  private static Scenario fromParams(BenchmarkParams params) {
    Map<Axis, String> words = new EnumMap<>(Axis.class);
    for (Axis axis : Axis.values()) {
      if (AxisDefaults.applies(axis, words)) {
        words.put(axis, word(axis, params, words));
      }
    }
    checkThreads(params, words);
    Validity.refusal(words)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(
                  "these parameters make no scenario: " + reason + " (" + params.id() + ")");
            });
    return new Scenario(params.id(), words);
  }

  private static String word(Axis axis, BenchmarkParams params, Map<Axis, String> words) {
    String given = params.getParam(axis.suiteName());
    if (given != null && !given.equals(NOT_GIVEN)) {
      return given;
    }
    return axis == Axis.WORKERS
        ? Integer.toString(params.getThreads())
        : AxisDefaults.word(axis, words);
  }

  private static void checkThreads(BenchmarkParams params, Map<Axis, String> words) {
    String workers = words.get(Axis.WORKERS);
    if (workers != null && Integer.parseInt(workers) != params.getThreads()) {
      throw new IllegalArgumentException(
          "each JMH thread owns a worker: workers="
              + workers
              + " needs -t "
              + workers
              + ", there are "
              + params.getThreads()
              + " threads");
    }
  }
}
