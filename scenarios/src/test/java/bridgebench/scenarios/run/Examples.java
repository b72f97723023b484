package bridgebench.scenarios.run;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.suite.Comparison;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.Suite;
import bridgebench.scenarios.suite.Timing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records to write and read back. */
final class Examples {

  private Examples() {}

  static RunHeader header() {
    return header(Journal.FORMAT_VERSION);
  }

  static RunHeader header(int formatVersion) {
    return new RunHeader(
        formatVersion,
        "20260101-120000-quick",
        Instant.parse("2026-01-01T12:00:00Z"),
        suite(),
        environment("6.18"),
        "bridgebench run quick",
        42);
  }

  static Environment environment(String kernel) {
    return new Environment(new TreeMap<>(Map.of("os.kernel", kernel, "cpu.logicalCores", "2")));
  }

  static Trust trust() {
    return new Trust(
        TrustLevel.AMBER,
        List.of(
            new TrustReason(
                TrustLevel.AMBER,
                "steal",
                "The hypervisor took up to 2.1 % of the CPU time.",
                "Use dedicated cores.",
                3,
                10,
                0.021)));
  }

  static Suite suite() {
    Scenario pickle = scenario("udf/pickle", "pickle");
    Scenario arrow = scenario("udf/arrow", "arrow");
    Question question =
        new Question(
            "modes",
            "How much faster is Arrow?",
            List.of(pickle, arrow),
            new Comparison(Axis.MODE, "pickle"),
            Timing.DEFAULT);
    return new Suite(
        "quick", "Quick look", "quick: not for publication", List.of(), List.of(question));
  }

  static Scenario scenario(String id, String mode) {
    return new Scenario(id, Map.of(Axis.PATH, "udf", Axis.MODE, mode, Axis.ROWS, "1000000"));
  }

  static ForkRecord fork(int sequence) {
    IterationRecord iteration =
        new IterationRecord(
            3,
            1_000_000,
            3_000_000,
            24_000_000,
            24_000_000,
            300,
            Map.of(Stage.JVM_ENCODE.key(), 500L),
            Map.of("python", 900L),
            Map.of("python", 800L),
            Map.of("python", 7L),
            Map.of("python.peakResident", 100_000_000L));
    return new ForkRecord(
        "udf/arrow",
        sequence,
        sequence,
        Instant.parse("2026-01-01T12:00:01Z"),
        2_000_000_000L,
        null,
        List.of(iteration),
        List.of(iteration, iteration),
        Map.of("residence", "HISTFAAA"),
        Map.of("residence", List.of(210_000_000L, 190_000_000L)),
        List.of(),
        null,
        Map.of("flush", "buffer"),
        Map.of("python", "3.11.7"),
        Map.of("loadBefore", 0.25));
  }

  static ForkRecord failedFork(int sequence) {
    return new ForkRecord(
        "udf/pickle",
        0,
        sequence,
        Instant.parse("2026-01-01T12:00:02Z"),
        1_000L,
        new FailureRecord("deadline", "no answer within 60 s\n– try a longer deadline", "stack\n"),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        null,
        Map.of(),
        Map.of(),
        Map.of());
  }

  static ScenarioOutcome outcome() {
    Figure figure = new Figure(200e6, 190e6, 210e6);
    return new ScenarioOutcome(
        "udf/arrow",
        ScenarioStatus.OK,
        null,
        Map.of("path", "udf", "mode", "arrow", "rows", "1000000"),
        5,
        Map.of("rowsPerSecond", figure, "taskNanos", figure),
        Map.of("residence", Map.of("99.9", figure)),
        Map.of("python.decode", figure),
        Map.of("python", figure),
        Map.of("python", figure),
        Map.of("flush", "buffer"),
        Map.of("python", "3.11.7"));
  }

  static ScenarioOutcome failedOutcome() {
    return new ScenarioOutcome(
        "udf/pickle",
        ScenarioStatus.FAILED,
        new FailureRecord("ValueError", "math domain error", "Traceback …"),
        Map.of("path", "udf", "mode", "pickle", "rows", "1000000"),
        0,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }
}
