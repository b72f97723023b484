package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.Axis;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Every combination of the values of some axes, the last axis changing fastest. */
final class CrossProduct {

  private final Map<Axis, AxisChoice> choices;

  /**
   * @param choices in any order; combined in the order of {@link Axis}, so that a mode is chosen
   *     before what depends on it
   */
  CrossProduct(Map<Axis, AxisChoice> choices) {
    this.choices = new EnumMap<>(Axis.class);
    this.choices.putAll(choices);
  }

  List<Map<Axis, String>> combinations() {
    List<Map<Axis, String>> combinations = new ArrayList<>();
    combinations.add(new EnumMap<>(Axis.class));
    for (Map.Entry<Axis, AxisChoice> entry : choices.entrySet()) {
      combinations = extended(combinations, entry.getKey(), entry.getValue());
    }
    return combinations;
  }

  private static List<Map<Axis, String>> extended(
      List<Map<Axis, String>> combinations, Axis axis, AxisChoice choice) {
    List<Map<Axis, String>> extended = new ArrayList<>();
    for (Map<Axis, String> combination : combinations) {
      for (String word : choice.words(axis, combination)) {
        Map<Axis, String> longer = new EnumMap<>(Axis.class);
        longer.putAll(combination);
        longer.put(axis, word);
        extended.add(longer);
      }
    }
    return extended;
  }
}
