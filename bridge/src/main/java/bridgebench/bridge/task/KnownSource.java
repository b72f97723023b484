package bridgebench.bridge.task;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Source;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the axis {@code source} does not apply, rows are read column by column: whoever reads the
 * window has to know.
 */
final class KnownSource {

  private KnownSource() {}

  /** The scenario, with a source. */
  static Scenario of(Scenario scenario) {
    if (scenario.word(Axis.SOURCE) != null) {
      return scenario;
    }
    Map<Axis, String> axes = new EnumMap<>(scenario.axes());
    axes.put(Axis.SOURCE, Source.COLUMNS.word());
    return new Scenario(scenario.id(), axes);
  }
}
