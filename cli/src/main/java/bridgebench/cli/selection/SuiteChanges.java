package bridgebench.cli.selection;

import bridgebench.scenarios.model.Axis;
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
          "Keep the scenarios with these values of an axis; in a question that has none of them,"
              + " give its scenarios these values instead. May be repeated.")
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
        Scenario changed = with(scenario, setting.axis(), word);
        byId.putIfAbsent(changed.id(), changed);
      }
    }
    return List.copyOf(byId.values());
  }

  private static Scenario with(Scenario scenario, Axis axis, String word) {
    Map<Axis, String> axes = new EnumMap<>(scenario.axes());
    axes.put(axis, word);
    if (axis == Axis.MODE) {
      // Another mode has another usual batch.
      axes.remove(Axis.BATCH_ROWS);
    }
    return Resolution.scenario(axes, Path.of(""));
  }
}
