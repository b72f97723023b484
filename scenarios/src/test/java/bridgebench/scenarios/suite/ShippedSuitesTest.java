package bridgebench.scenarios.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisWord;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.CallKind;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.TransportKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ShippedSuitesTest {

  static List<String> names() {
    return SuiteReader.shippedNames();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyShippedSuiteIsReadUnderItsOwnName(String name) throws SuiteException {
    Suite suite = SuiteReader.readShipped(name);

    assertThat(suite.name()).isEqualTo(name);
    assertThat(suite.scenarios()).isNotEmpty();
    // What batches of several sizes cost in latency is answered by latencies, not by a ratio.
    assertThat(suite.questions())
        .filteredOn(q -> !(name + "/" + q.id()).equals("batch-size/latency"))
        .allSatisfy(q -> assertThat(q.pairs()).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("names")
  void noShippedSuiteAsksForAnImpossibleCombination(String name) throws SuiteException {
    assertThat(SuiteReader.readShipped(name).questions())
        .allSatisfy(question -> assertThat(question.skipped()).isEmpty());
  }

  @Test
  void everyFileInTheFolderIsShipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("suites"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              names().stream().map(name -> name + ".yaml").toList());
    }
  }

  @Test
  void quickTakesAtMostThreeMinutes() throws SuiteException {
    assertThat(nominal("quick")).isLessThan(Duration.ofMinutes(3));
  }

  @Test
  void standardTakesAtMostThirtyMinutes() throws SuiteException {
    assertThat(nominal("standard")).isLessThan(Duration.ofMinutes(30));
  }

  @Test
  void driverTakesAboutHalfAnHourAndHasEveryPathOfTheDriver() throws SuiteException {
    assertThat(nominal("driver")).isLessThan(Duration.ofMinutes(30));
    assertThat(words("driver", Axis.PATH))
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.range(BridgePath.CALL, BridgePath.RANGE).stream()
                .map(BridgePath::word)
                .toList());
    assertThat(words("driver", Axis.CALL))
        .containsExactlyInAnyOrderElementsOf(AxisWord.words(CallKind.class));
    assertThat(SuiteReader.readShipped("driver").scenarios())
        .allSatisfy(planned -> assertThat(planned.timing().forks()).isGreaterThanOrEqualTo(5));
  }

  @Test
  void quickSaysThatItIsNotForPublication() throws SuiteException {
    assertThat(SuiteReader.readShipped("quick").note()).isEqualTo("quick: not for publication");
  }

  @Test
  void quickShowsEveryModeAndTransport() throws SuiteException {
    assertThat(words("quick", Axis.MODE)).containsAll(AxisWord.words(Mode.class));
    assertThat(words("quick", Axis.TRANSPORT)).containsAll(AxisWord.words(TransportKind.class));
  }

  @Test
  void quickSpendsMostForksOnPickleAgainstArrow() throws SuiteException {
    Suite quick = SuiteReader.readShipped("quick");
    Question headline = quick.questions().get(0);

    assertThat(headline.pairs())
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.baseline().mode()).isEqualTo(Mode.PICKLE);
              assertThat(pair.other().mode()).isEqualTo(Mode.ARROW);
            });
    assertThat(headline.timing().forks()).isEqualTo(5);
    assertThat(quick.questions().stream().skip(1))
        .allSatisfy(question -> assertThat(question.timing().forks()).isLessThan(5));
  }

  @Test
  void everyScenarioOfStandardHasAtLeastFiveForks() throws SuiteException {
    assertThat(SuiteReader.readShipped("standard").scenarios())
        .allSatisfy(planned -> assertThat(planned.timing().forks()).isGreaterThanOrEqualTo(5));
  }

  @Test
  void hundredMillionRowsCrossInASmallHeap() throws SuiteException {
    Suite suite = SuiteReader.readShipped("hundred-million");

    assertThat(suite.jvmArgs()).containsExactly("-Xmx512m");
    assertThat(suite.scenarios().stream().map(PlannedScenario::scenario).map(Scenario::id))
        .containsExactly(
            "udf/pickle/unix/double/rows=100M/batch=100/plus-one",
            "udf/arrow/unix/double/rows=100M/batch=10k/plus-one",
            "udf/pickle/unix/double/rows=1M/batch=100/plus-one",
            "udf/arrow/unix/double/rows=1M/batch=10k/plus-one");
  }

  @Test
  void aMistypedSuiteIsAnsweredWithTheNearestOne() {
    assertThatThrownBy(() -> SuiteReader.readShipped("quik"))
        .isInstanceOf(SuiteException.class)
        .hasMessage(
            "quik: unknown suite: expected one of quick, standard, hundred-million, transports,"
                + " worker-start, batch-size, driver, known-truth, or the path of a YAML file; did you mean 'quick'?");
  }

  private static Duration nominal(String name) throws SuiteException {
    long nanos = 0;
    for (PlannedScenario planned : SuiteReader.readShipped(name).scenarios()) {
      nanos += planned.expectedNanos();
    }
    return Duration.ofNanos(nanos);
  }

  private static Set<String> words(String name, Axis axis) throws SuiteException {
    return SuiteReader.readShipped(name).scenarios().stream()
        .map(planned -> planned.scenario().axes().get(axis))
        .filter(word -> word != null)
        .collect(Collectors.toSet());
  }
}
