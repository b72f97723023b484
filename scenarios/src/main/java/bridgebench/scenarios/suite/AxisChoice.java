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
   * The values for a combination; none where they depend on the mode and its own is not named.
   *
   * @param known the combination's other values, those that it has by default included
   */
  List<String> words(Map<Axis, String> known) {
    return byMode.isEmpty()
        ? words
        : byMode.getOrDefault(AxisDefaults.mode(known).word(), List.of());
  }

  /** At most so many values, whatever the mode. */
  long size() {
    return byMode.values().stream().mapToLong(List::size).max().orElse(words.size());
  }
}
