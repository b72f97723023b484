package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisValues;
import bridgebench.scenarios.model.AxisWord;
import bridgebench.scenarios.model.Mode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the values of axes. */
final class AxisParser {

  private final Problems problems;

  AxisParser(Problems problems) {
    this.problems = problems;
  }

  /** The axes of a map from axis to value or list of values. */
  Map<Axis, AxisChoice> lists(Node node, String what) {
    YamlMap map = YamlMap.at(node, what, Axis.suiteNames(), problems);
    return choices(map, true);
  }

  /** The axes among a map's keys, each with one value. */
  Map<Axis, AxisChoice> scalars(YamlMap map) {
    return choices(map, false);
  }

  private Map<Axis, AxisChoice> choices(YamlMap map, boolean lists) {
    Map<Axis, AxisChoice> choices = new LinkedHashMap<>();
    for (YamlMap.Entry entry : map.entries()) {
      Axis.named(entry.key())
          .ifPresent(
              axis -> {
                AxisChoice choice = choice(axis, entry.value(), lists);
                if (choice != null) {
                  choices.put(axis, choice);
                }
              });
    }
    return choices;
  }

  private @Nullable AxisChoice choice(Axis axis, Node node, boolean lists) {
    if (node instanceof MappingNode && axis == Axis.BATCH_ROWS) {
      Map<String, List<String>> byMode = byMode(axis, node, lists);
      return byMode.isEmpty() ? null : new AxisChoice(node, List.of(), byMode);
    }
    List<String> words = words(axis, node, lists);
    return words.isEmpty() ? null : new AxisChoice(node, words, Map.of());
  }

  private Map<String, List<String>> byMode(Axis axis, Node node, boolean lists) {
    YamlMap map = YamlMap.at(node, axis.suiteName(), AxisWord.words(Mode.class), problems);
    Map<String, List<String>> byMode = new LinkedHashMap<>();
    for (YamlMap.Entry entry : map.entries()) {
      List<String> words = words(axis, entry.value(), lists);
      if (!words.isEmpty()) {
        byMode.put(entry.key(), words);
      }
    }
    return byMode;
  }

  /** The values, each once; what is wrong is reported and left out. */
  private List<String> words(Axis axis, Node node, boolean lists) {
    if (!(node instanceof SequenceNode sequence)) {
      return valuesOf(axis, List.of(node));
    }
    if (!lists) {
      problems.at(
          node,
          axis.suiteName() + " takes one value here; a list belongs under 'axes' of a question");
      return List.of();
    }
    if (sequence.getValue().isEmpty()) {
      problems.at(node, axis.suiteName() + ": expected at least one value, got an empty list");
    }
    return valuesOf(axis, sequence.getValue());
  }

  private List<String> valuesOf(Axis axis, List<Node> nodes) {
    Set<String> words = new LinkedHashSet<>();
    for (Node node : nodes) {
      String word = canonical(axis, node);
      if (word != null) {
        words.add(word);
      }
    }
    return List.copyOf(words);
  }

  /** One value in canonical spelling, or null with a problem. */
  @Nullable String canonical(Axis axis, Node node) {
    String expected = axis.suiteName() + ": expected " + AxisValues.expected(axis);
    String text = YamlMap.text(node, expected, problems);
    if (text == null) {
      return null;
    }
    try {
      return AxisValues.canonical(axis, text);
    } catch (IllegalArgumentException e) {
      problems.at(node, String.valueOf(e.getMessage()));
      return null;
    }
  }
}
