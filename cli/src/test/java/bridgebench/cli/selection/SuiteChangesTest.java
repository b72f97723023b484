package bridgebench.cli.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.Suite;
import bridgebench.scenarios.suite.SuiteException;
import bridgebench.scenarios.suite.SuiteReader;
import bridgebench.scenarios.suite.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class SuiteChangesTest {
  private static final String YAML =
      """
      suite: two-modes
      title: Two modes
      defaults: {path: udf, shape: double, rows: 1_000, function: plus-one, forks: 2}
      questions:
        - id: modes
          ask: Which mode?
          axes: {mode: [jvm, pickle, arrow], transport: [unix, tcp]}
          compare: {axis: mode, baseline: pickle}
        - id: batches
          ask: Which batch?
          axes: {mode: [arrow], batchRows: [100, 1_000, 10_000]}
      """;

  @TempDir static Path folder;
  private Suite suite;

  @BeforeEach
  void readSuite() throws IOException, SuiteException {
    suite = SuiteReader.read(Files.writeString(folder.resolve("two-modes.yaml"), YAML));
  }

  @Test
  void nothingGivenChangesNothing() {
    assertThat(changed()).isEqualTo(suite);
  }

  @Test
  void timingIsTakenFromTheCommandLineAndTheRestFromTheSuite() {
    Timing given = suite.questions().get(0).timing();

    assertThat(changed("-f", "3", "-wi", "1", "-i", "2", "-w", "500ms", "-r", "2s").questions())
        .extracting(question -> question.timing())
        .containsOnly(new Timing(3, 1, 500_000_000L, 2, 2_000_000_000L, given.thresholdPercent()));
  }

  @Test
  void bareNumbersAreSecondsAsInJmh() {
    assertThat(changed("-w", "5", "-r", "1").questions().get(0).timing())
        .satisfies(
            timing -> {
              assertThat(timing.warmupNanos()).isEqualTo(5_000_000_000L);
              assertThat(timing.measurementNanos()).isEqualTo(1_000_000_000L);
            });
  }

  @Test
  void defaultsOfTheOldValueAreNoWishesBesideTheNewOne() {
    assertThat(changed("-p", "writer=lockstep").questions().get(0).scenarios())
        .filteredOn(scenario -> scenario.word(Axis.WRITER) != null)
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.word(Axis.FLUSH)).isEqualTo("batch"));
    assertThat(changed("-p", "transport=pipe", "-p", "start=daemon").questions().get(0).scenarios())
        .filteredOn(scenario -> scenario.word(Axis.PIPE) != null)
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.word(Axis.PIPE)).isEqualTo("named"));
  }

  @Test
  void aSweepStaysASweepInAnotherMode() {
    for (String mode : List.of("jvm", "pickle", "arrow-row")) {
      assertThat(batches("-p", "mode=" + mode)).as(mode).containsExactly(100L, 1_000L, 10_000L);
    }
  }

  private List<Long> batches(String... arguments) {
    return changed(arguments).questions().get(1).scenarios().stream()
        .map(Scenario::batchRows)
        .map(Number::longValue)
        .toList();
  }

  @Test
  void whatWasAskedForBesidePresentValuesIsNamedWhenItIsNotMeasured() {
    SuiteChanges changes = parsed("-p", "transport=tcp,pipe", "-p", "shape=long");

    assertThat(changes.applyTo(suite, folder).notes())
        .singleElement()
        .asString()
        .contains("-p transport=pipe is not measured in modes");
  }

  @Test
  void presentValuesRestrictAndTheBaselineThatNeedsNoTransportStays() {
    List<Scenario> scenarios = changed("-p", "transport=tcp").questions().get(0).scenarios();

    assertThat(scenarios)
        .extracting(s -> s.word(Axis.TRANSPORT))
        .containsExactly(null, "tcp", "tcp");
  }

  @Test
  void absentValuesReplaceThoseOfTheSuite() {
    assertThat(changed("-p", "shape=long,wide-50").scenarios())
        .extracting(planned -> planned.scenario().shape())
        .contains("long", "wide-50")
        .doesNotContain("double");
  }

  @Test
  void questionThatLosesItsBaselineComparesNothing() {
    assertThat(changed("-p", "mode=arrow").questions().get(0).compare()).isNull();
    assertThat(changed("-p", "mode=arrow,pickle").questions().get(0).compare()).isNotNull();
  }

  @Test
  void modeThatTheSuiteLacksGetsItsOwnBatchSize() {
    assertThat(
            changed("-p", "mode=arrow-row", "-p", "transport=unix").questions().get(0).scenarios())
        .extracting(s -> s.mode().word() + " " + s.batchRows())
        .containsExactly("arrow-row 10000");
  }

  @Test
  void jvmArgumentsAreAppended() {
    assertThat(changed("-jvmArgsAppend", "-Xmx1g  -XX:+UseSerialGC").jvmArgs())
        .containsExactly("-Xmx1g", "-XX:+UseSerialGC");
  }

  @Test
  void impossibleValueIsRefusedWithTheReason() {
    assertThatThrownBy(() -> changed("-p", "function=upper"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("upper")
        .hasMessageContaining("double");
  }

  @Test
  void mistypedAxesAndValuesAreToldWithTheNearestWord() {
    assertThatThrownBy(() -> changed("-p", "transprt=tcp"))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("did you mean 'transport'");
    assertThatThrownBy(() -> changed("-p", "mode=arow"))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("did you mean 'arrow'");
    assertThatThrownBy(() -> changed("-p", "mode"))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("axis=value");
  }

  @Test
  void countsAndDurationsThatMeanNothingAreRefused() {
    for (String[] wrong :
        new String[][] {
          {"-f", "0"},
          {"-i", "x"},
          {"-wi", "-1"},
          {"-r", "0s"},
          {"-w", "5x"},
          {"-r", "0"},
          {"-f", "1001"},
          {"-i", "100001"},
          {"-wi", "100001"},
          {"-r", "999us"},
          {"-w", "61min"}
        }) {
      assertThatThrownBy(() -> changed(wrong))
          .as(String.join(" ", wrong))
          .isInstanceOf(ParameterException.class);
    }
  }

  @Test
  void whatAValueMakesImpossibleIsLeftOutAndSaid() {
    Suite mixed = mixedPaths();
    ChangedSuite rest = parsed("-p", "transport=pipe").applyTo(mixed, folder);
    assertThat(rest.suite().questions()).extracting(Question::id).containsExactly("tasks");
    assertThat(rest.notes())
        .singleElement()
        .asString()
        .startsWith("left out, as -p makes it impossible: ");
  }

  @Test
  void functionsOfOnesOwnKeepTheirSpellingAndAreLookedForBesideTheSuite() throws Exception {
    Files.writeString(folder.resolve("own.py"), "def f(x):\n    return x\n");
    Suite own = read(YAML.replace("function: plus-one", "function: own.py:f"));
    assertThat(parsed("-p", "rows=10k").applyTo(own, folder).suite().scenarios())
        .extracting(planned -> planned.scenario().id())
        .allSatisfy(id -> assertThat(id).contains("/own.py:f").doesNotContain(folder.toString()));
    assertThat(parsed("-p", "function=own.py:f").applyTo(suite, folder).suite().scenarios())
        .extracting(planned -> planned.scenario().function())
        .contains(folder.toAbsolutePath() + "/own.py:f");
    assertThatThrownBy(() -> parsed("-p", "function=none.py:f").applyTo(suite, folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no readable file " + folder.resolve("none.py"));
  }

  private Suite mixedPaths() {
    return read(
        """
        suite: mixed
        defaults: {shape: double, rows: 1_000}
        questions:
          - {id: tasks, ask: Tasks, path: udf, axes: {transport: [unix, tcp]}}
          - {id: frames, ask: Frames, path: to-pandas, axes: {transport: [unix, tcp]}}
        """);
  }

  private static Suite read(String yaml) {
    try {
      return SuiteReader.read(Files.writeString(folder.resolve("other.yaml"), yaml));
    } catch (IOException | SuiteException e) {
      throw new AssertionError(e);
    }
  }

  private Suite changed(String... arguments) {
    return parsed(arguments).applyTo(suite, folder).suite();
  }

  private static SuiteChanges parsed(String... arguments) {
    SuiteChanges changes = new SuiteChanges();
    new CommandLine(new Holder(changes)).parseArgs(arguments);
    return changes;
  }

  @CommandLine.Command
  private static final class Holder {
    @CommandLine.Mixin private final SuiteChanges changes;

    Holder(SuiteChanges changes) {
      this.changes = changes;
    }
  }
}
