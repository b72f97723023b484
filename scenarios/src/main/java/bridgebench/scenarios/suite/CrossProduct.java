package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.Axis;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Every combination of the values of some axes, the last axis changing fastest. */
final class CrossProduct {

  private final Map<Axis, AxisChoice> choices;
  private final Map<Axis, String> otherwise;

  /**
   * @param choices in any order; combined in the order of {@link Axis}, so that a mode is chosen
   *     before what depends on it
   * @param otherwise values that combinations have by default, such as their mode
   */
  CrossProduct(Map<Axis, AxisChoice> choices, Map<Axis, String> otherwise) {
    this.choices = new EnumMap<>(Axis.class);
    this.choices.putAll(choices);
    this.otherwise = otherwise;
  }

  List<Map<Axis, String>> combinations() {
    List<Map<Axis, String>> combinations = new ArrayList<>();
    combinations.add(new EnumMap<>(Axis.class));
    for (Map.Entry<Axis, AxisChoice> entry : choices.entrySet()) {
      combinations = extended(combinations, entry.getKey(), entry.getValue());
    }
    return combinations;
  }

  /** A combination for whose mode nothing is named keeps its default: the axis is left open. */
  private List<Map<Axis, String>> extended(
      List<Map<Axis, String>> combinations, Axis axis, AxisChoice choice) {
    List<Map<Axis, String>> extended = new ArrayList<>();
    for (Map<Axis, String> combination : combinations) {
      Map<Axis, String> known = new EnumMap<>(Axis.class);
      known.putAll(otherwise);
      known.putAll(combination);
      List<String> words = choice.words(known);
      if (words.isEmpty()) {
        extended.add(combination);
      }
      for (String word : words) {
        Map<Axis, String> longer = new EnumMap<>(Axis.class);
        longer.putAll(combination);
        longer.put(axis, word);
        extended.add(longer);
      }
    }
    return extended;
  }
}
