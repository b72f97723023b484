package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisDefaults;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The values that a suite gives to one axis.
 *
 * @param node where it says so
 * @param words the values, canonical; empty where they depend on the mode
 * @param byMode the values for each mode, by its word; empty where they do not depend on it
 */
record AxisChoice(Node node, List<String> words, Map<String, List<String>> byMode) {

  /**
   * The values for a combination.
   *
   * @param chosen the combination's other values
   */
  List<String> words(Axis axis, Map<Axis, String> chosen) {
    if (byMode.isEmpty()) {
      return words;
    }
    List<String> forMode = byMode.get(AxisDefaults.mode(chosen).word());
    return forMode != null ? forMode : List.of(AxisDefaults.word(axis, chosen));
  }

  /** At most so many values, whatever the mode. */
  long size() {
    return byMode.values().stream().mapToLong(List::size).max().orElse(words.size());
  }
}
