package bridgebench.bridge.codec;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Scenario;
import java.util.EnumMap;
import java.util.Map;

/** Scenarios made in place, with the axes that codecs look at. */
final class TestScenarios {

  private TestScenarios() {}

  static Scenario of(Mode mode, String shape, String function, long rows, int batchRows) {
    return with(mode, shape, function, rows, batchRows, Map.of());
  }

  static Scenario with(
      Mode mode,
      String shape,
      String function,
      long rows,
      int batchRows,
      Map<Axis, String> others) {
    Map<Axis, String> axes = new EnumMap<>(Axis.class);
    axes.put(Axis.PATH, "udf");
    axes.put(Axis.MODE, mode.word());
    axes.put(Axis.SHAPE, shape);
    axes.put(Axis.FUNCTION, function);
    axes.put(Axis.ROWS, Long.toString(rows));
    axes.put(Axis.BATCH_ROWS, Integer.toString(batchRows));
    axes.put(Axis.SOURCE, "columns");
    axes.putAll(others);
    return new Scenario("test/" + mode.word() + "/" + shape + "/" + function + others, axes);
  }
}
