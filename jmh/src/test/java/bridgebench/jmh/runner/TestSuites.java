package bridgebench.jmh.runner;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisDefaults;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.Suite;
import bridgebench.scenarios.suite.Timing;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Small suites for tests: short iterations, few rows. */
final class TestSuites {
  private static final long ITERATION_NANOS = 100_000_000;

  private TestSuites() {}

  static Timing timing(int forks) {
    return new Timing(forks, 1, ITERATION_NANOS, 2, ITERATION_NANOS, 5);
  }

  static Suite of(Timing timing, Scenario... scenarios) {
    Question question = new Question("q", "What?", List.of(scenarios), null, timing);
    return new Suite("test", "A test", null, List.of(), List.of(question));
  }

  /** The same with forks whose JVMs have so much heap. */
  static Suite inHeap(String heap, Timing timing, Scenario... scenarios) {
    Suite suite = of(timing, scenarios);
    return new Suite(suite.name(), suite.title(), null, List.of(heap), suite.questions());
  }

  static Scenario udf(String id, Map<Axis, String> given) {
    return scenario(id, BridgePath.UDF, withRows(given));
  }

  /** A scenario with the defaults of its path for all axes that are not given. */
  static Scenario scenario(String id, BridgePath path, Map<Axis, String> given) {
    Map<Axis, String> axes = new EnumMap<>(Axis.class);
    axes.put(Axis.PATH, path.word());
    Arrays.stream(Axis.values())
        .filter(axis -> axis != Axis.PATH && AxisDefaults.applies(axis, axes))
        .forEach(
            axis -> {
              String word = given.get(axis);
              axes.put(axis, word == null ? AxisDefaults.word(axis, axes) : word);
            });
    return new Scenario(id, axes);
  }

  private static Map<Axis, String> withRows(Map<Axis, String> given) {
    Map<Axis, String> axes = new EnumMap<>(Axis.class);
    axes.put(Axis.ROWS, "2000");
    axes.put(Axis.FUNCTION, "plus-one");
    axes.putAll(given);
    return axes;
  }
}
