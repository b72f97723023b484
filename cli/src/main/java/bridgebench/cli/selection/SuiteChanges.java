package bridgebench.cli.selection;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisDefaults;
import bridgebench.scenarios.model.FunctionSpec;
import bridgebench.scenarios.model.Resolution;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.suite.Comparison;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.Suite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
   * The suite with the changes made; scenarios that they make impossible are left out, and so is a
   * question of which none is left.
   *
   * @param folder against which the file of a user's function is resolved
   * @throws IllegalArgumentException when no scenario is left, or a function has no file
   */
  public ChangedSuite applyTo(Suite suite, Path folder) {
    List<AxisSetting> asked = settings.stream().map(setting -> setting.from(folder)).toList();
    Set<String> reasons = new LinkedHashSet<>();
    List<Question> questions =
        suite.questions().stream()
            .map(question -> changed(question, asked, folder, reasons))
            .flatMap(Optional::stream)
            .toList();
    if (questions.isEmpty()) {
      throw new IllegalArgumentException(
          "no scenario of suite "
              + suite.name()
              + " is left with the given -p"
              + (reasons.isEmpty() ? "" : ": " + String.join("; ", reasons))
              + "; see bridgebench list "
              + suite.name());
    }
    Suite changed =
        new Suite(suite.name(), suite.title(), suite.note(), allJvmArgs(suite), questions);
    return new ChangedSuite(changed, notes(changed, asked, reasons));
  }

  /**
   * What was asked for and a question does not measure, because it is impossible there, or because
   * the question has other values that were asked for too: a sentence for each.
   */
  private static List<String> notes(
      Suite changed, List<AxisSetting> asked, Collection<String> reasons) {
    List<String> sentences = new ArrayList<>();
    reasons.forEach(reason -> sentences.add("left out, as -p makes it impossible: " + reason));
    for (AxisSetting setting : asked) {
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

  private Optional<Question> changed(
      Question question, List<AxisSetting> asked, Path folder, Collection<String> reasons) {
    List<Scenario> scenarios = question.scenarios();
    for (AxisSetting setting : asked) {
      scenarios = set(scenarios, setting, folder, reasons);
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

  private static List<Scenario> set(
      List<Scenario> scenarios, AxisSetting setting, Path folder, Collection<String> reasons) {
    boolean present =
        scenarios.stream()
            .map(scenario -> scenario.word(setting.axis()))
            .anyMatch(word -> word != null && setting.words().contains(word));
    return present ? restricted(scenarios, setting) : replaced(scenarios, setting, folder, reasons);
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

  private static List<Scenario> replaced(
      List<Scenario> scenarios, AxisSetting setting, Path folder, Collection<String> reasons) {
    Map<String, Scenario> byId = new LinkedHashMap<>();
    for (Scenario scenario : scenarios) {
      if (scenario.word(setting.axis()) == null) {
        byId.putIfAbsent(scenario.id(), scenario);
        continue;
      }
      for (String word : setting.words()) {
        Map<Axis, String> axes = wishes(scenario, scenarios);
        axes.put(setting.axis(), word);
        axes.computeIfPresent(Axis.FUNCTION, (axis, function) -> asWritten(function, folder));
        Resolution resolution = Resolution.of(axes, Map.of());
        resolution.refusal().ifPresent(reasons::add);
        resolution.scenario(folder).ifPresent(changed -> byId.putIfAbsent(changed.id(), changed));
      }
    }
    return List.copyOf(byId.values());
  }

  /** A user's function with its file as seen from the folder, as ids spell it. */
  private static String asWritten(String function, Path folder) {
    FunctionSpec spec = FunctionSpec.parse(function);
    Path file = spec.file();
    return file == null
        ? function
        : folder.toAbsolutePath().normalize().relativize(file) + ":" + spec.functionName();
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
