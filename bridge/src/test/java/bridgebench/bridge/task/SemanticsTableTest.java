package bridgebench.bridge.task;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Resolution;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Shape;
import bridgebench.scenarios.model.Shapes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tables of docs/semantics.md against real workers: every combination that they call valid
 * gives the twin's results, over every transport; every other is refused with a reason.
 */
class SemanticsTableTest {

  private static final List<String> FUNCTIONS =
      List.of("identity", "plus-one", "upper", "subtract-mean", "cdf", "sleep(1us)");

  private static final List<Map<Axis, String>> MODES =
      List.of(
          Map.of(Axis.MODE, "jvm"),
          Map.of(Axis.MODE, "pickle"),
          Map.of(Axis.MODE, "arrow-row"),
          Map.of(Axis.MODE, "arrow-pandas", Axis.DTYPES, "nullable"),
          Map.of(Axis.MODE, "arrow-pandas", Axis.DTYPES, "faithful"),
          Map.of(Axis.MODE, "arrow"));

  private static final List<Map<Axis, String>> TRANSPORTS =
      List.of(
          Map.of(Axis.TRANSPORT, "unix"),
          Map.of(Axis.TRANSPORT, "tcp"),
          Map.of(Axis.TRANSPORT, "pipe", Axis.PIPE, "named"),
          Map.of(Axis.TRANSPORT, "pipe", Axis.PIPE, "stdio"));

  /** Between them they hold every type. */
  private static final List<String> SHAPES_OF_EVERY_TYPE = List.of("mixed", "nested");

  private static final SharedDaemons DAEMONS = new SharedDaemons();

  @AfterAll
  static void endDaemons() {
    DAEMONS.close();
  }

  static Stream<Scenario> everyFunctionTypeModeAndTransport() {
    return Stream.concat(
        scenarios(FUNCTIONS, SHAPES_OF_EVERY_TYPE, MODES, TRANSPORTS),
        scenarios(FUNCTIONS, List.of("narrow"), MODES, TRANSPORTS.subList(0, 1)));
  }

  @ParameterizedTest
  @MethodSource("everyFunctionTypeModeAndTransport")
  void everyValidCombinationGivesTheTwinsResultsWithALastPartialBatch(Scenario scenario) {
    runTwice(scenario, 250);
  }

  static Stream<Scenario> everyShapeAndMode() {
    List<String> shapes = Shapes.all().stream().map(Shape::name).toList();
    return scenarios(List.of("identity"), shapes, MODES, TRANSPORTS.subList(0, 1));
  }

  @ParameterizedTest
  @MethodSource("everyShapeAndMode")
  void everyShapeCrossesInEveryMode(Scenario scenario) {
    runTwice(scenario, 250);
  }

  static Stream<Scenario> everyFunctionAndModeOfNoRowsAndOfOne() {
    List<Scenario> scenarios = new ArrayList<>();
    for (String rows : List.of("0", "1")) {
      scenarios(FUNCTIONS, List.of("mixed"), MODES, List.of(Map.of(Axis.ROWS, rows)))
          .forEach(scenarios::add);
    }
    return scenarios.stream();
  }

  @ParameterizedTest
  @MethodSource("everyFunctionAndModeOfNoRowsAndOfOne")
  void anEmptyTaskAndATaskOfOneRowAreRight(Scenario scenario) {
    runTwice(scenario, scenario.rows());
  }

  static Stream<Scenario> hugeValues() {
    Map<Axis, String> few = Map.of(Axis.ROWS, "2", Axis.BATCH_ROWS, "1");
    List<Map<Axis, String>> everyTransport = joined(TRANSPORTS, few);
    List<Map<Axis, String>> oneTransport = everyTransport.subList(0, 1);
    return Stream.of(
            scenarios(List.of("upper"), List.of("string(16MiB)"), MODES, oneTransport),
            scenarios(List.of("identity"), List.of("binary(16MiB)"), MODES, oneTransport),
            scenarios(
                List.of("identity"),
                List.of("string(16MiB)"),
                List.of(Map.of(Axis.MODE, "pickle"), Map.of(Axis.MODE, "arrow")),
                everyTransport))
        .flatMap(scenarios -> scenarios);
  }

  @ParameterizedTest
  @MethodSource("hugeValues")
  void valuesOfSixteenMebibytesCrossInEveryModeAndOverEveryTransport(Scenario scenario) {
    runTwice(scenario, 2);
  }

  static Stream<Scenario> everyWayOfSending() {
    List<Map<Axis, String>> ways = new ArrayList<>();
    for (String compression : List.of("none", "lz4", "zstd")) {
      for (String source : List.of("columns", "rows")) {
        for (String writer : List.of("thread", "selector", "lockstep")) {
          ways.add(Map.of(Axis.COMPRESSION, compression, Axis.SOURCE, source, Axis.WRITER, writer));
        }
      }
    }
    return Stream.concat(
        scenarios(List.of("plus-one"), List.of("mixed"), MODES.subList(5, 6), ways),
        scenarios(List.of("identity"), List.of("nested"), MODES.subList(5, 6), ways));
  }

  @ParameterizedTest
  @MethodSource("everyWayOfSending")
  void everyWriterSourceAndCompressionGivesTheSameResults(Scenario scenario) {
    runTwice(scenario, 250);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "7", "100", "250", "10000"})
  void theUsersOwnFunctionGivesTheSameResultsInEveryModeAndBatchSize(String batchRows) {
    Path file = Path.of("src/test/resources/functions/negated.py").toAbsolutePath();
    Map<String, Long> checksums = new LinkedHashMap<>();
    scenarios(
            List.of(file + ":negated"),
            List.of("double"),
            MODES,
            List.of(Map.of(Axis.BATCH_ROWS, batchRows)))
        .forEach(
            scenario -> {
              try (UdfSession session = DAEMONS.open(scenario)) {
                checksums.put(scenario.id(), session.runTask().checksum());
              }
            });
    assertThat(checksums).hasSize(5);
    assertThat(checksums.values()).doesNotContain(0L).containsOnly(firstOf(checksums));
  }

  @Test
  void everyCombinationThatIsNotValidIsRefusedWithAReason() {
    int refused = 0;
    List<String> shapes = Shapes.all().stream().map(Shape::name).toList();
    for (Map<Axis, String> combination : combinations(FUNCTIONS, shapes, MODES, TRANSPORTS)) {
      Resolution resolution = Resolution.of(combination, Map.of());
      if (resolution.refusal().isPresent()) {
        assertThat(resolution.refusal().get()).as("%s", combination).hasSizeGreaterThan(20);
        assertThat(resolution.scenario(Path.of(""))).isEmpty();
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  private static long firstOf(Map<String, Long> checksums) {
    return checksums.values().iterator().next();
  }

  private static void runTwice(Scenario scenario, long rows) {
    try (UdfSession session = DAEMONS.open(scenario)) {
      assertThat(session.runTask().rows()).isEqualTo(rows);
      assertThat(session.runTask().rows()).isEqualTo(rows);
    }
  }

  private static Stream<Scenario> scenarios(
      List<String> functions,
      List<String> shapes,
      List<Map<Axis, String>> modes,
      List<Map<Axis, String>> others) {
    return combinations(functions, shapes, modes, others).stream()
        .map(combination -> Resolution.of(combination, Map.of()))
        .flatMap(resolution -> resolution.scenario(Path.of("")).stream())
        .collect(
            LinkedHashMap<String, Scenario>::new,
            (byId, scenario) -> byId.put(scenario.id(), scenario),
            Map::putAll)
        .values()
        .stream();
  }

  private static Collection<Map<Axis, String>> combinations(
      List<String> functions,
      List<String> shapes,
      List<Map<Axis, String>> modes,
      List<Map<Axis, String>> others) {
    List<Map<Axis, String>> combinations = new ArrayList<>();
    for (String function : functions) {
      for (String shape : shapes) {
        for (Map<Axis, String> mode : modes) {
          for (Map<Axis, String> other : others) {
            Map<Axis, String> axes = new EnumMap<>(Axis.class);
            axes.put(Axis.FUNCTION, function);
            axes.put(Axis.SHAPE, shape);
            axes.put(Axis.ROWS, "250");
            axes.put(Axis.BATCH_ROWS, "100");
            axes.putAll(mode);
            axes.putAll(other);
            combinations.add(axes);
          }
        }
      }
    }
    return combinations;
  }

  private static List<Map<Axis, String>> joined(
      List<Map<Axis, String>> each, Map<Axis, String> more) {
    return each.stream()
        .map(
            axes -> {
              Map<Axis, String> all = new EnumMap<>(axes);
              all.putAll(more);
              return all;
            })
        .toList();
  }
}
