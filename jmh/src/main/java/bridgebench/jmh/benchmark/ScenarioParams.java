package bridgebench.jmh.benchmark;

import bridgebench.jmh.fork.ForkOrder;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Resolution;
import bridgebench.scenarios.model.Scenario;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * The scenario that a benchmark measures: the order's, else what JMH's parameters say, in any
 * spelling that a suite may use.
 */
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
    Map<Axis, String> given = new EnumMap<>(Axis.class);
    for (Axis axis : Axis.values()) {
      String text = params.getParam(axis.suiteName());
      if (text != null && !text.equals(NOT_GIVEN)) {
        given.put(axis, text);
      }
    }
    if (params.getParam(Axis.WORKERS.suiteName()) != null) {
      given.putIfAbsent(Axis.WORKERS, Integer.toString(params.getThreads()));
    }
    Scenario scenario = resolved(given, params);
    checkThreads(params, scenario);
    return scenario;
  }

  private static Scenario resolved(Map<Axis, String> given, BenchmarkParams params) {
    try {
      return Resolution.scenario(given, Path.of("").toAbsolutePath());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "these parameters make no scenario: " + e.getMessage() + " (" + params.id() + ")", e);
    }
  }

  private static void checkThreads(BenchmarkParams params, Scenario scenario) {
    String workers = scenario.word(Axis.WORKERS);
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
