package bridgebench.cli.selection;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisDefaults;
import bridgebench.scenarios.model.Resolution;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.suite.Comparison;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.Suite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the command line changes in a suite: timing, JVM arguments and the values of axes. */
public final class SuiteChanges {
  @Mixin private TimingOptions timing = new TimingOptions();

  @Option(
      names = "-jvmArgsAppend",
      paramLabel = "ARGS",
      description = "More arguments for every forked JVM, separated by blanks.")
  private @Nullable String jvmArgs;

  @Option(
      names = "-p",
      paramLabel = "AXIS=VALUE[,VALUE]",
      converter = AxisSetting.Converter.class,
      description =
          "Keep the scenarios with these values of an axis, and those that do not have the axis; in a"
              + " question whose scenarios have other values only, give them these instead. May be"
              + " repeated.")
  private List<AxisSetting> settings = new ArrayList<>();

  /**
   * The suite with the changes made; a question that no scenario is left of is dropped.
   *
   * @throws IllegalArgumentException when no scenario is left, or a value makes none possible
   */
  public Suite applyTo(Suite suite) {
    List<Question> questions =
        suite.questions().stream().map(this::changed).flatMap(Optional::stream).toList();
    if (questions.isEmpty()) {
      throw new IllegalArgumentException(
          "no scenario of suite "
              + suite.name()
              + " is left with the given -p; see bridgebench list "
              + suite.name());
    }
    return new Suite(suite.name(), suite.title(), suite.note(), allJvmArgs(suite), questions);
  }

  /**
   * What was asked for and a question does not measure, because it has other values that were asked
   * for too: a sentence for each such value.
   *
   * @param changed what {@link #applyTo} made
   */
  public List<String> notMeasured(Suite changed) {
    List<String> sentences = new ArrayList<>();
    for (AxisSetting setting : settings) {
      for (String word : setting.words()) {
        List<String> without =
            changed.questions().stream()
                .filter(question -> lacks(question, setting.axis(), word))
                .map(Question::id)
                .toList();
        if (!without.isEmpty()) {
          sentences.add(
              "-p "
                  + setting.axis().suiteName()
                  + "="
                  + word
                  + " is not measured in "
                  + String.join(", ", without)
                  + ", which has others of the given values; give that value alone to measure it");
        }
      }
    }
    return sentences;
  }

  private static boolean lacks(Question question, Axis axis, String word) {
    List<String> words =
        question.scenarios().stream().map(s -> s.word(axis)).filter(Objects::nonNull).toList();
    return !words.isEmpty() && !words.contains(word);
  }

  private List<String> allJvmArgs(Suite suite) {
    String more = jvmArgs == null ? "" : jvmArgs.strip();
    return more.isEmpty()
        ? suite.jvmArgs()
        : Stream.concat(suite.jvmArgs().stream(), Stream.of(more.split("\\s+"))).toList();
  }

  private Optional<Question> changed(Question question) {
    List<Scenario> scenarios = question.scenarios();
    for (AxisSetting setting : settings) {
      scenarios = set(scenarios, setting);
    }
    return scenarios.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Question(
                question.id(),
                question.ask(),
                scenarios,
                comparable(question.compare(), scenarios),
                timing.applyTo(question.timing()),
                question.skipped()));
  }

  private static @Nullable Comparison comparable(
      @Nullable Comparison comparison, List<Scenario> scenarios) {
    return comparison != null
            && scenarios.stream()
                .anyMatch(s -> comparison.baseline().equals(s.word(comparison.axis())))
        ? comparison
        : null;
  }

  private static List<Scenario> set(List<Scenario> scenarios, AxisSetting setting) {
    boolean present =
        scenarios.stream()
            .map(scenario -> scenario.word(setting.axis()))
            .anyMatch(word -> word != null && setting.words().contains(word));
    return present ? restricted(scenarios, setting) : replaced(scenarios, setting);
  }

  private static List<Scenario> restricted(List<Scenario> scenarios, AxisSetting setting) {
    return scenarios.stream()
        .filter(
            scenario -> {
              String word = scenario.word(setting.axis());
              return word == null || setting.words().contains(word);
            })
        .toList();
  }

  private static List<Scenario> replaced(List<Scenario> scenarios, AxisSetting setting) {
    Map<String, Scenario> byId = new LinkedHashMap<>();
    for (Scenario scenario : scenarios) {
      if (scenario.word(setting.axis()) == null) {
        byId.putIfAbsent(scenario.id(), scenario);
        continue;
      }
      for (String word : setting.words()) {
        Map<Axis, String> axes = wishes(scenario, scenarios);
        axes.put(setting.axis(), word);
        Scenario changed = Resolution.scenario(axes, Path.of(""));
        byId.putIfAbsent(changed.id(), changed);
      }
    }
    return List.copyOf(byId.values());
  }

  /**
   * What a scenario asks for. A value that is the default beside its others may be another beside
   * the new one, unless it is a point of a sweep.
   */
  private static Map<Axis, String> wishes(Scenario scenario, List<Scenario> all) {
    Map<Axis, String> wishes = new EnumMap<>(scenario.axes());
    Map<Axis, String> before = new EnumMap<>(Axis.class);
    scenario
        .axes()
        .forEach(
            (axis, word) -> {
              boolean isDefault = axis != Axis.PATH && word.equals(AxisDefaults.word(axis, before));
              if (isDefault && !isSwept(axis, scenario, all)) {
                wishes.remove(axis);
              }
              before.put(axis, word);
            });
    return wishes;
  }

  /** Whether another scenario differs in this axis alone. */
  private static boolean isSwept(Axis axis, Scenario scenario, List<Scenario> all) {
    Map<Axis, String> others = without(axis, scenario);
    return all.stream().anyMatch(other -> other != scenario && without(axis, other).equals(others));
  }

  private static Map<Axis, String> without(Axis axis, Scenario scenario) {
    Map<Axis, String> axes = new EnumMap<>(scenario.axes());
    axes.remove(axis);
    return axes;
  }
}
