package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.NearestWord;
import bridgebench.scenarios.model.QuotedWord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML mapping whose keys are known words; reports the keys that are not, or not once. */
final class YamlMap {

  /** A key with its value, both with their places in the file. */
  record Entry(String key, Node keyNode, Node value) {}

  private final Node node;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private YamlMap(Node node) {
    this.node = node;
  }

  /**
   * The mapping at a node; an empty one, with a problem, where there is none.
   *
   * @param what the place in words, for example "a question"
   */
  static YamlMap at(Node node, String what, Collection<String> keys, Problems problems) {
    YamlMap map = new YamlMap(node);
    if (!(node instanceof MappingNode mapping)) {
      problems.at(
          node, what + " is a map of " + String.join(", ", keys) + "; got " + describe(node));
      return map;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      map.take(tuple, what, keys, problems);
    }
    return map;
  }

  Node node() {
    return node;
  }

  @Nullable Entry entry(String key) {
    return entries.get(key);
  }

  @Nullable Node value(String key) {
    Entry entry = entries.get(key);
    return entry == null ? null : entry.value();
  }

  Collection<Entry> entries() {
    return entries.values();
  }

  /** The text of a scalar, or null with a problem where there is none. */
  static @Nullable String text(Node node, String what, Problems problems) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    problems.at(node, what + "; got " + describe(node));
    return null;
  }

  /** The elements of a sequence; a problem and none where there is no sequence. */
  static List<Node> elements(Node node, String what, Problems problems) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problems.at(node, what + "; got " + describe(node));
    return List.of();
  }

  static String describe(Node node) {
    if (node instanceof ScalarNode scalar) {
      String value = scalar.getValue();
      if (value.isBlank()) {
        return "nothing";
      }
      return QuotedWord.of(value);
    }
    return node instanceof SequenceNode ? "a list" : "a map";
  }

  private void take(NodeTuple tuple, String what, Collection<String> keys, Problems problems) {
    Node keyNode = tuple.getKeyNode();
    if (!(keyNode instanceof ScalarNode scalar)) {
      problems.at(keyNode, "a key of " + what + " is a word; got " + describe(keyNode));
      return;
    }
    String key = scalar.getValue();
    if (!keys.contains(key)) {
      problems.at(keyNode, unknownKey(what, key, keys));
      return;
    }
    Entry before = entries.putIfAbsent(key, new Entry(key, keyNode, tuple.getValueNode()));
    if (before != null) {
      problems.at(
          keyNode,
          "'"
              + key
              + "' is there twice in "
              + what
              + ": first in line "
              + (before.keyNode().getStartMark().getLine() + 1)
              + "; keep one");
    }
  }

  private static String unknownKey(String what, String key, Collection<String> keys) {
    List<String> sorted = new ArrayList<>(keys);
    return "unknown key "
        + QuotedWord.of(key)
        + " in "
        + what
        + ": expected one of "
        + String.join(", ", sorted)
        + NearestWord.hint(key, sorted);
  }
}
