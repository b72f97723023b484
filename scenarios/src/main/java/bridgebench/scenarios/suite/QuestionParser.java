package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.NearestWord;
import bridgebench.scenarios.suite.QuestionDraft.CombinationRule;
import bridgebench.scenarios.suite.QuestionDraft.CompareDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one question. */
final class QuestionParser {

  /** The keys of a question that are neither axes nor timing. */
  static final List<String> OWN_KEYS =
      List.of("id", "ask", "axes", "compare", "include", "exclude");

  static final List<String> KEYS =
      Stream.of(OWN_KEYS, TimingParser.KEYS, Axis.suiteNames()).flatMap(List::stream).toList();

  private final Problems problems;
  private final AxisParser axisParser;

  QuestionParser(Problems problems) {
    this.problems = problems;
    this.axisParser = new AxisParser(problems);
  }

  /** The question at a node, or null when too much is wrong with it to look for more. */
  @Nullable QuestionDraft question(Node node, Timing inherited) {
    int problemsBefore = problems.count();
    YamlMap map = YamlMap.at(node, "a question", KEYS, problems);
    if (problems.count() > problemsBefore && map.entries().isEmpty()) {
      return null;
    }
    String id = id(map);
    String ask = required(map, "ask", "ask is the question as a sentence");
    Map<Axis, AxisChoice> scalars = axisParser.scalars(map);
    Node axesNode = map.value("axes");
    Map<Axis, AxisChoice> axes = axesNode == null ? null : axisParser.lists(axesNode, "axes");
    if (axes != null) {
      reportGivenTwice(scalars, axes);
    }
    List<CombinationRule> includes = rules(map, "include");
    List<CombinationRule> excludes = rules(map, "exclude");
    CompareDraft compare = compare(map);
    Timing timing = new TimingParser(problems).timing(map, inherited);
    return problems.count() > problemsBefore || id == null || ask == null
        ? null
        : new QuestionDraft(node, id, ask, scalars, axes, includes, excludes, compare, timing);
  }

  private @Nullable String id(YamlMap map) {
    String expected = "id is a short word of a-z, 0-9 and -, such as batch-size";
    String id = required(map, "id", expected);
    Node node = map.value("id");
    if (id != null && node != null && !SuiteParser.isName(id)) {
      problems.at(node, expected + "; got " + YamlMap.describe(node));
      return null;
    }
    return id;
  }

  private @Nullable String required(YamlMap map, String key, String expected) {
    Node node = map.value(key);
    if (node == null) {
      problems.at(map.node(), "the question has no '" + key + "': " + expected);
      return null;
    }
    return YamlMap.text(node, expected, problems);
  }

  private void reportGivenTwice(Map<Axis, AxisChoice> scalars, Map<Axis, AxisChoice> axes) {
    axes.forEach(
        (axis, choice) -> {
          AxisChoice scalar = scalars.get(axis);
          if (scalar != null) {
            problems.at(
                scalar.node(),
                axis.suiteName() + " is given beside and under 'axes' of this question; keep one");
          }
        });
  }

  private List<CombinationRule> rules(YamlMap map, String key) {
    Node node = map.value(key);
    if (node == null) {
      return List.of();
    }
    List<CombinationRule> rules = new ArrayList<>();
    String expected = key + " is a list of maps from axis to value or list of values";
    for (Node element : YamlMap.elements(node, expected, problems)) {
      Map<Axis, AxisChoice> axes = axisParser.lists(element, "an entry of " + key);
      rules.add(new CombinationRule(element, axes));
    }
    return rules;
  }

  private @Nullable CompareDraft compare(YamlMap question) {
    Node node = question.value("compare");
    if (node == null) {
      return null;
    }
    int problemsBefore = problems.count();
    YamlMap map = YamlMap.at(node, "compare", List.of("axis", "baseline"), problems);
    Node axisNode = map.value("axis");
    Node baselineNode = map.value("baseline");
    if (axisNode == null || baselineNode == null) {
      if (problems.count() == problemsBefore) {
        problems.at(node, "compare needs both: {axis: mode, baseline: pickle}");
      }
      return null;
    }
    Axis axis = axis(axisNode);
    String baseline = axis == null ? null : axisParser.canonical(axis, baselineNode);
    return axis == null || baseline == null
        ? null
        : new CompareDraft(node, axis, baselineNode, baseline);
  }

  private @Nullable Axis axis(Node node) {
    String name = YamlMap.text(node, "compare takes the name of an axis", problems);
    if (name == null) {
      return null;
    }
    Axis axis = Axis.named(name).orElse(null);
    if (axis == null) {
      problems.at(
          node,
          "unknown axis "
              + YamlMap.describe(node)
              + ": expected one of "
              + String.join(", ", Axis.suiteNames())
              + NearestWord.hint(name, Axis.suiteNames()));
    }
    return axis;
  }
}
