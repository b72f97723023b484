package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisDefaults;
import bridgebench.scenarios.model.AxisValues;
import bridgebench.scenarios.model.AxisWord;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.FunctionSpec;
import bridgebench.scenarios.model.Resolution;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.suite.QuestionDraft.CombinationRule;
import bridgebench.scenarios.suite.QuestionDraft.CompareDraft;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Turns a question as written into its scenarios. */
final class Expansion {

  private static final long MAX_COMBINATIONS = 10_000;

  private final QuestionDraft draft;
  private final Map<Axis, AxisChoice> defaults;
  private final Path folder;
  private final Problems problems;
  private final Map<String, Scenario> scenarios = new LinkedHashMap<>();
  private final Set<SkippedCombination> skipped = new LinkedHashSet<>();
  private final Set<CombinationRule> usedExcludes = new LinkedHashSet<>();

  Expansion(QuestionDraft draft, Map<Axis, AxisChoice> defaults, Path folder, Problems problems) {
    this.draft = draft;
    this.defaults = defaults;
    this.folder = folder;
    this.problems = problems;
  }

  /** The question; what is wrong with it has been reported. */
  Question question() {
    int problemsBefore = problems.count();
    List<CombinationRule> products = products();
    Set<BridgePath> all = new LinkedHashSet<>();
    products.forEach(product -> all.addAll(paths(product.axes())));
    if (!reportMisplaced(draft.scalars(), all)) {
      products.forEach(product -> expand(product.node(), product.axes()));
      reportUnusedExcludes();
    }
    if (scenarios.isEmpty() && problems.count() == problemsBefore) {
      problems.at(draft.node(), "exclude leaves the question '" + draft.id() + "' no scenario");
    }
    Question question =
        new Question(
            draft.id(),
            draft.ask(),
            List.copyOf(scenarios.values()),
            comparison(),
            draft.timing(),
            List.copyOf(skipped));
    if (problems.count() == problemsBefore) {
      checkComparison(question);
    }
    return question;
  }

  /** The maps of axes whose combinations are the question's scenarios. */
  private List<CombinationRule> products() {
    List<CombinationRule> products = new ArrayList<>();
    Map<Axis, AxisChoice> axes = draft.axes();
    if (axes != null || draft.includes().isEmpty()) {
      products.add(new CombinationRule(draft.node(), axes == null ? Map.of() : axes));
    }
    products.addAll(draft.includes());
    return products;
  }

  /** Adds the scenarios of a map of axes; the first of it that are impossible are only noted. */
  private void expand(Node node, Map<Axis, AxisChoice> axes) {
    Map<Axis, AxisChoice> given = new EnumMap<>(Axis.class);
    given.putAll(draft.scalars());
    given.putAll(axes);
    if (reportMisplaced(axes, paths(axes))
        || reportMissingFiles(given)
        || reportTooMany(node, given)) {
      return;
    }
    Set<SkippedCombination> impossible = new LinkedHashSet<>();
    boolean possible = false;
    for (Map<Axis, String> combination : combinations(given)) {
      Resolution resolution = Resolution.of(combination, defaultWords(combination));
      boolean excluded = isExcluded(combination, resolution);
      if (resolution.refusal().isPresent()) {
        impossible.add(skipped(combination, axes.keySet(), resolution.refusal().get()));
      } else {
        possible = true;
        if (!excluded) {
          resolution.scenario(folder).ifPresent(s -> scenarios.putIfAbsent(s.id(), s));
        }
      }
    }
    if (possible) {
      skipped.addAll(impossible);
    } else {
      Set<String> reasons = new TreeSet<>();
      impossible.forEach(combination -> reasons.add(combination.reason()));
      problems.at(node, "no combination of these axes is possible: " + String.join("; ", reasons));
    }
  }

  private static SkippedCombination skipped(
      Map<Axis, String> combination, Set<Axis> axes, String reason) {
    Map<Axis, String> named = new EnumMap<>(combination);
    named.keySet().retainAll(axes);
    return new SkippedCombination(named, reason);
  }

  /** An axis that applies to some of the paths is dropped where it does not. */
  private boolean reportMisplaced(Map<Axis, AxisChoice> given, Collection<BridgePath> paths) {
    int problemsBefore = problems.count();
    given.forEach(
        (axis, choice) -> {
          if (paths.stream().noneMatch(path -> AxisDefaults.appliesToPath(axis, path))) {
            problems.at(
                choice.node(),
                axis.suiteName()
                    + " does not apply to path "
                    + String.join(", ", paths.stream().map(BridgePath::word).toList())
                    + "; it applies to "
                    + String.join(", ", pathsOf(axis)));
          }
        });
    return problems.count() > problemsBefore;
  }

  /** The paths of combinations with these axes. */
  private List<BridgePath> paths(Map<Axis, AxisChoice> axes) {
    AxisChoice own = draft.scalars().getOrDefault(Axis.PATH, defaults.get(Axis.PATH));
    AxisChoice choice = axes.getOrDefault(Axis.PATH, own);
    List<String> words =
        choice == null ? List.of(AxisDefaults.word(Axis.PATH, Map.of())) : choice.words();
    return words.stream().map(word -> AxisWord.of(BridgePath.class, word)).toList();
  }

  private static List<String> pathsOf(Axis axis) {
    return Arrays.stream(BridgePath.values())
        .filter(path -> AxisDefaults.appliesToPath(axis, path))
        .map(BridgePath::word)
        .toList();
  }

  private boolean reportMissingFiles(Map<Axis, AxisChoice> given) {
    AxisChoice choice = given.getOrDefault(Axis.FUNCTION, defaults.get(Axis.FUNCTION));
    if (choice == null) {
      return false;
    }
    int problemsBefore = problems.count();
    for (String word : choice.words()) {
      FunctionSpec function = FunctionSpec.parse(word).resolvedAgainst(folder);
      if (function.lacksItsFile()) {
        problems.at(
            choice.node(), "function " + word + ": there is no readable file " + function.file());
      }
    }
    return problems.count() > problemsBefore;
  }

  private boolean reportTooMany(Node node, Map<Axis, AxisChoice> given) {
    long combinations = 1;
    for (AxisChoice choice : given.values()) {
      combinations = Math.min(combinations * choice.size(), MAX_COMBINATIONS + 1);
    }
    if (combinations > MAX_COMBINATIONS) {
      problems.at(node, "these axes have more than " + MAX_COMBINATIONS + " combinations");
      return true;
    }
    return false;
  }

  private List<Map<Axis, String>> combinations(Map<Axis, AxisChoice> given) {
    return new CrossProduct(given, defaultWords(Map.of())).combinations();
  }

  private Map<Axis, String> defaultWords(Map<Axis, String> combination) {
    Map<Axis, String> known = new EnumMap<>(Axis.class);
    known.putAll(combination);
    Map<Axis, String> words = new EnumMap<>(Axis.class);
    // In the order of Axis, so that the mode is known when batchRows is asked for.
    for (Map.Entry<Axis, AxisChoice> entry : new EnumMap<>(orEmpty(defaults)).entrySet()) {
      for (String word : entry.getValue().words(known)) {
        words.put(entry.getKey(), word);
        known.putIfAbsent(entry.getKey(), word);
      }
    }
    return words;
  }

  private static EnumMap<Axis, AxisChoice> orEmpty(Map<Axis, AxisChoice> choices) {
    EnumMap<Axis, AxisChoice> ordered = new EnumMap<>(Axis.class);
    ordered.putAll(choices);
    return ordered;
  }

  private boolean isExcluded(Map<Axis, String> combination, Resolution resolution) {
    Map<Axis, String> words = new EnumMap<>(resolution.axes());
    words.putAll(combination);
    boolean excluded = false;
    for (CombinationRule exclude : draft.excludes()) {
      if (exclude.axes().entrySet().stream()
          .allMatch(entry -> names(entry.getValue(), words, words.get(entry.getKey())))) {
        usedExcludes.add(exclude);
        excluded = true;
      }
    }
    return excluded;
  }

  /** A combination to which the axis does not apply has no word, and matches nothing. */
  private static boolean names(
      AxisChoice choice, Map<Axis, String> combination, @Nullable String word) {
    return word != null && choice.words(combination).contains(word);
  }

  private void reportUnusedExcludes() {
    for (CombinationRule exclude : draft.excludes()) {
      if (!usedExcludes.contains(exclude)) {
        problems.at(exclude.node(), "this entry of exclude matches no combination of the question");
      }
    }
  }

  private @Nullable Comparison comparison() {
    CompareDraft compare = draft.compare();
    return compare == null ? null : new Comparison(compare.axis(), absolute(compare));
  }

  private String absolute(CompareDraft compare) {
    return compare.axis() == Axis.FUNCTION
        ? FunctionSpec.parse(compare.baseline()).resolvedAgainst(folder).word()
        : compare.baseline();
  }

  private void checkComparison(Question question) {
    CompareDraft compare = draft.compare();
    Comparison comparison = question.compare();
    if (compare == null || comparison == null) {
      return;
    }
    if (!question.has(comparison.axis(), comparison.baseline())) {
      problems.at(
          compare.baselineNode(),
          "the baseline "
              + AxisValues.readable(compare.axis(), compare.baseline())
              + " is no value of "
              + compare.axis().suiteName()
              + " in this question: expected one of "
              + String.join(", ", valuesOf(question, compare.axis())));
    } else if (question.pairs().isEmpty()) {
      problems.at(
          compare.node(),
          "there is nothing to compare: no two scenarios differ in "
              + compare.axis().suiteName()
              + " only, one of them with the baseline "
              + AxisValues.readable(compare.axis(), compare.baseline()));
    }
  }

  private static List<String> valuesOf(Question question, Axis axis) {
    return question.scenarios().stream()
        .map(scenario -> scenario.axes().get(axis))
        .filter(word -> word != null)
        .map(word -> AxisValues.readable(axis, word))
        .distinct()
        .toList();
  }
}
