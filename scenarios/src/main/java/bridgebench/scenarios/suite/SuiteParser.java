package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.Axis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the top of a suite and puts its questions together. */
final class SuiteParser {

  static final List<String> KEYS =
      List.of("suite", "title", "note", "jvmArgs", "defaults", "questions");
  static final List<String> DEFAULT_KEYS =
      Stream.of(TimingParser.KEYS, Axis.suiteNames()).flatMap(List::stream).toList();

  private static final int MAX_NAME_LENGTH = 60;

  private final Problems problems;
  private final Path folder;

  SuiteParser(Problems problems, Path folder) {
    this.problems = problems;
    this.folder = folder;
  }

  /** Whether a text can be the name of a suite, and so of a folder, or the id of a question. */
  static boolean isName(String text) {
    return text.length() <= MAX_NAME_LENGTH && text.matches("[a-z0-9]+(-[a-z0-9]+)*");
  }

  /** The suite, or null when there are problems. */
  @Nullable Suite suite(Node root) {
    YamlMap map = YamlMap.at(root, "a suite", KEYS, problems);
    String name = name(map);
    String title = text(map, "title", "title is one line for the heading of the report");
    String note = text(map, "note", "note is one line that is printed with every result");
    List<String> jvmArgs = jvmArgs(map);
    Timing timing = Timing.DEFAULT;
    Map<Axis, AxisChoice> defaults = Map.of();
    Node defaultsNode = map.value("defaults");
    if (defaultsNode != null) {
      YamlMap defaultsMap = YamlMap.at(defaultsNode, "defaults", DEFAULT_KEYS, problems);
      timing = new TimingParser(problems).timing(defaultsMap, timing);
      defaults = new AxisParser(problems).scalars(defaultsMap);
    }
    List<Question> questions = questions(map, defaults, timing);
    return problems.isEmpty() && name != null
        ? new Suite(name, title == null ? name : title, note, jvmArgs, questions)
        : null;
  }

  private @Nullable String name(YamlMap map) {
    String expected = "suite is the suite's name, a short word of a-z, 0-9 and -, such as my-udf";
    Node node = map.value("suite");
    if (node == null) {
      problems.at(map.node(), "the file has no 'suite': " + expected);
      return null;
    }
    String name = YamlMap.text(node, expected, problems);
    if (name != null && !isName(name)) {
      problems.at(node, expected + "; got " + YamlMap.describe(node));
    }
    return name;
  }

  private @Nullable String text(YamlMap map, String key, String expected) {
    Node node = map.value(key);
    return node == null ? null : YamlMap.text(node, expected, problems);
  }

  private List<String> jvmArgs(YamlMap map) {
    Node node = map.value("jvmArgs");
    if (node == null) {
      return List.of();
    }
    String expected = "jvmArgs takes an argument of the JVM such as -Xmx512m, or a list of them";
    List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    List<String> args = new ArrayList<>();
    for (Node element : nodes) {
      String arg = YamlMap.text(element, expected, problems);
      if (arg != null && !arg.startsWith("-")) {
        problems.at(element, expected + "; got " + YamlMap.describe(element));
      } else if (arg != null) {
        args.add(arg);
      }
    }
    return args;
  }

  private List<Question> questions(YamlMap map, Map<Axis, AxisChoice> defaults, Timing timing) {
    Node node = map.value("questions");
    if (node == null) {
      problems.at(map.node(), "the file has no 'questions': expected a list of questions");
      return List.of();
    }
    List<Node> elements = YamlMap.elements(node, "questions is a list of questions", problems);
    if (elements.isEmpty() && node instanceof SequenceNode) {
      problems.at(node, "questions is empty: expected at least one question");
    }
    Map<String, Question> byId = new LinkedHashMap<>();
    for (Node element : elements) {
      QuestionDraft draft = new QuestionParser(problems).question(element, timing);
      if (draft == null) {
        continue;
      }
      if (byId.containsKey(draft.id())) {
        problems.at(draft.node(), "a question before this one has the id '" + draft.id() + "' too");
        continue;
      }
      byId.put(draft.id(), new Expansion(draft, defaults, folder, problems).question());
    }
    return List.copyOf(byId.values());
  }
}
