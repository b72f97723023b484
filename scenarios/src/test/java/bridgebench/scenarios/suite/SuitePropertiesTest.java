package bridgebench.scenarios.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisDefaults;
import bridgebench.scenarios.model.AxisValues;
import bridgebench.scenarios.model.Resolution;
import bridgebench.scenarios.model.Scenario;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any suite, right or wrong. */
final class SuitePropertiesTest {

  private static final List<String> WORDS =
      List.of(
          "suite",
          "title",
          "note",
          "jvmArgs",
          "defaults",
          "questions",
          "id",
          "ask",
          "axes",
          "compare",
          "include",
          "exclude",
          "axis",
          "baseline",
          "forks",
          "warmupTime",
          "threshold",
          "mode",
          "rows",
          "batchRows",
          "function",
          "transport",
          "path",
          "pickle",
          "arrow",
          "unix",
          "udf",
          "1k",
          "-1",
          "1e9",
          "99999999999999999999",
          "sleep(1ms)",
          "x.py:f",
          "",
          " ",
          "\n",
          "\n  ",
          "\n- ",
          ": ",
          ", ",
          "[",
          "]",
          "{",
          "}",
          "&a ",
          "*a",
          "!!int ",
          "|",
          ">",
          "'",
          "\"",
          "#",
          "---",
          "%",
          "?",
          "<<: ",
          "\t",
          "\u0000",
          "\ud83d\ude00",
          "string(1GiB)");

  @Property(tries = 300)
  void noBytesMakeTheReaderThrowAnythingElse(@ForAll byte[] junk) {
    SuiteText.problems(junk);
  }

  @Property(tries = 1_000)
  void noWordsMakeTheReaderThrowAnythingElse(@ForAll("soup") String soup) {
    assertThat(SuiteText.problems(soup)).allSatisfy(problem -> assertThat(problem).isNotBlank());
  }

  @Property(tries = 200)
  void noMutilatedSuiteMakesTheReaderThrowAnythingElse(
      @ForAll("shipped") String text, @ForAll("soup") String inserted, @ForAll("share") double at) {
    int place = (int) (text.length() * at);
    SuiteText.problems(text.substring(0, place) + inserted + text.substring(place));
    SuiteText.problems(text.substring(0, place));
  }

  @Property(tries = 2_000)
  void equalIdsMeanEqualScenariosAndIdsAreStable(
      @ForAll("combination") Map<Axis, String> first,
      @ForAll("combination") Map<Axis, String> second) {
    Resolution one = Resolution.of(first, Map.of());
    Resolution other = Resolution.of(second, Map.of());
    one.scenario(Path.of("/suites"))
        .ifPresent(
            scenario -> {
              assertThat(scenario.id()).doesNotContain(" ", ",", "\n");
              assertThat(again(scenario)).isEqualTo(scenario);
              other
                  .scenario(Path.of("/suites"))
                  .ifPresent(
                      s ->
                          assertThat(s.id().equals(scenario.id()))
                              .isEqualTo(s.axes().equals(scenario.axes())));
            });
  }

  @Property(tries = 2_000)
  void aScenarioHasExactlyTheAxesThatApply(@ForAll("combination") Map<Axis, String> given) {
    Map<Axis, String> axes = Resolution.of(given, Map.of()).axes();
    Map<Axis, String> before = new EnumMap<>(Axis.class);
    for (Axis axis : Axis.values()) {
      assertThat(axes.containsKey(axis)).isEqualTo(AxisDefaults.applies(axis, before));
      if (axes.containsKey(axis)) {
        before.put(axis, axes.get(axis));
      }
    }
  }

  @Property(tries = 100)
  void idsAreUniqueWithinASuite(@ForAll("axes") Map<Axis, List<String>> axes) {
    StringBuilder yaml = new StringBuilder("{suite: s, questions: [{id: a, ask: b, axes: {");
    axes.forEach(
        (axis, words) -> yaml.append(axis.suiteName()).append(": ").append(words).append(", "));
    yaml.append("}}]}");
    Suite suite;
    try {
      suite = SuiteText.read(yaml.toString().getBytes(StandardCharsets.UTF_8));
    } catch (SuiteException e) {
      assertThat(e.getMessage()).contains("no combination of these axes is possible");
      return;
    }
    Map<String, Scenario> byId = new HashMap<>();
    for (Scenario scenario : suite.questions().get(0).scenarios()) {
      if (byId.put(scenario.id(), scenario) != null) {
        fail("two scenarios have the id " + scenario.id());
      }
    }
    assertThat(byId.values().stream().map(Scenario::axes).distinct()).hasSize(byId.size());
  }

  @Provide
  Arbitrary<String> soup() {
    return Arbitraries.of(WORDS).list().ofMaxSize(30).map(words -> String.join("", words));
  }

  @Provide
  Arbitrary<String> shipped() {
    return Arbitraries.of(SuiteReader.shippedNames())
        .map(
            name -> {
              try {
                return SuiteReader.shippedText(name);
              } catch (SuiteException e) {
                throw new AssertionError(e);
              }
            });
  }

  @Provide
  Arbitrary<Double> share() {
    return Arbitraries.doubles().between(0, 1);
  }

  @Provide
  Arbitrary<Map<Axis, String>> combination() {
    return Arbitraries.maps(Arbitraries.of(Axis.class), Arbitraries.integers().between(0, 1_000))
        .ofMaxSize(8)
        .map(
            picks -> {
              Map<Axis, String> words = new EnumMap<>(Axis.class);
              picks.forEach((axis, pick) -> words.put(axis, word(axis, pick)));
              return words;
            });
  }

  @Provide
  Arbitrary<Map<Axis, List<String>>> axes() {
    Arbitrary<List<Integer>> picks =
        Arbitraries.integers().between(0, 1_000).list().ofMinSize(1).ofMaxSize(3);
    List<Axis> ofUdf =
        List.of(
            Axis.MODE,
            Axis.TRANSPORT,
            Axis.SHAPE,
            Axis.ROWS,
            Axis.BATCH_ROWS,
            Axis.FUNCTION,
            Axis.START,
            Axis.WRITER,
            Axis.BATCHES_PER_SECOND,
            Axis.FLUSH,
            Axis.COMPRESSION,
            Axis.PIPE);
    return Combinators.combine(Arbitraries.of(ofUdf).set().ofMaxSize(4), picks.list().ofSize(4))
        .as(
            (chosen, numbers) -> {
              Map<Axis, List<String>> axes = new EnumMap<>(Axis.class);
              int i = 0;
              for (Axis axis : chosen) {
                axes.put(axis, numbers.get(i++).stream().map(n -> word(axis, n)).toList());
              }
              return axes;
            });
  }

  private static String word(Axis axis, int pick) {
    List<String> words =
        axis == Axis.TIME_ZONE
            ? List.of("UTC", "America/New_York", "Asia/Kolkata")
            : AxisValues.words(axis);
    return words.isEmpty()
        ? AxisValues.canonical(
            axis, Integer.toString(axis == Axis.THREADS ? 1 + pick % 8 : 1 + pick % 5 * 50))
        : words.get(pick % words.size());
  }

  private static Scenario again(Scenario scenario) {
    return Resolution.scenario(scenario.axes(), Path.of("/elsewhere"));
  }
}
