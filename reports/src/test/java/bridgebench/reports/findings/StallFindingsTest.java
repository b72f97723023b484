package bridgebench.reports.findings;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.reports.SyntheticTruth;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.suite.Suite;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StallFindingsTest {

  @Test
  void theStepOfPy4jIsFoundFromTheDataAndExplained() {
    QuestionAnalysis question = analysis(calls(), new SyntheticTruth());

    assertThat(question.steps())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.along()).isEqualTo(Axis.MESSAGE_BYTES);
              assertThat(step.step().from()).isEqualTo(4_096);
              assertThat(step.step().to()).isEqualTo(8_192);
              assertThat(step.scenarioIds()).hasSize(7);
            });
    assertThat(stalls(question))
        .first()
        .asString()
        .startsWith("With call bytes-out, between 4 and 8 KiB the time per call rises from")
        .endsWith(
            " more than growth explains, near the 40 ms of the delayed acknowledgement of TCP.");
    assertThat(sentences(question, FindingKind.STALL_CAUSE))
        .singleElement()
        .asString()
        .startsWith("Likely cause: py4j leaves TCP_NODELAY off")
        .contains("py4j issue 516", "Remedy: ");
    assertThat(question.findings().get(1).kind()).isEqualTo(FindingKind.STALL_CAUSE);
  }

  @Test
  void aTaskThatWaitsOverTcpAndNotOverAUnixSocketIsExplained() {
    Suite suite = suite("q", rows("tcp", "unix"));
    Map<String, Double> factors = new HashMap<>();
    suite.questions().get(0).scenarios().stream()
        .filter(scenario -> scenario.transport().word().equals("tcp"))
        .forEach(scenario -> factors.put(scenario.id(), 1 + 42e6 / plain(scenario)));
    QuestionAnalysis question = analysis(suite, new SyntheticTruth().factors(factors));

    assertThat(stalls(question))
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .startsWith("TCP takes ")
                    .contains(" longer than a Unix socket at each of 4 sizes, near the 40 ms"));
    assertThat(sentences(question, FindingKind.STALL_CAUSE))
        .singleElement()
        .asString()
        .contains("spark.python.unix.domain.socket.enabled=true");
  }

  @Test
  void noTimerOfTcpIsNamedWhereThereIsNoTcp() {
    Suite suite = suite("q", rows("pipe", "unix"));
    Map<String, Double> factors = new HashMap<>();
    suite.questions().get(0).scenarios().stream()
        .filter(scenario -> scenario.transport().word().equals("pipe"))
        .filter(scenario -> scenario.rows() >= 10_000)
        .forEach(scenario -> factors.put(scenario.id(), 1 + 42e6 / plain(scenario)));
    QuestionAnalysis question = analysis(suite, new SyntheticTruth().factors(factors));

    assertThat(question.steps()).hasSize(1);
    assertThat(sentences(question, FindingKind.STALL_CAUSE)).isEmpty();
    assertThat(stalls(question))
        .singleElement()
        .asString()
        .contains("A limit lies between the two");
  }

  @Test
  void aRunWithoutStallsHasNoSentenceAboutThem() {
    for (int seed = 0; seed < 20; seed++) {
      RunAnalysis run =
          RunAnalysis.of(SyntheticRuns.of(SyntheticSuites.everything(5), seed).journal());
      assertThat(run.questions()).allSatisfy(question -> assertThat(stalls(question)).isEmpty());
    }
  }

  @Test
  void anAnswerThatComesThroughPy4jWaitsForTcpToo() {
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(Axis.ROWS, List.of("100", "1000", "10000", "100000"));
    Suite suite = suite("show", axes, Map.of(Axis.PATH, "show", Axis.SHAPE, "three-columns"));
    Map<String, Double> factors = new HashMap<>();
    suite.questions().get(0).scenarios().stream()
        .filter(scenario -> scenario.rows() >= 10_000)
        .forEach(scenario -> factors.put(scenario.id(), 1 + 42e6 / plain(scenario)));
    QuestionAnalysis question = analysis(suite, new SyntheticTruth().factors(factors));

    assertThat(stalls(question)).first().asString().contains("near the 40 ms of the delayed");
    assertThat(sentences(question, FindingKind.STALL_CAUSE))
        .singleElement()
        .asString()
        .startsWith("Likely cause: py4j");
  }

  @Test
  void threeSizesShowNoStepUnlessATimerExplainsIt() {
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(Axis.TRANSPORT, List.of("tcp", "unix"));
    axes.put(Axis.ROWS, List.of("100", "1000", "10000"));
    Suite suite = suite("q", axes);
    Map<String, Double> factors = new HashMap<>();
    suite.questions().get(0).scenarios().stream()
        .filter(scenario -> scenario.rows() >= 1_000)
        .forEach(
            scenario -> {
              double wait = scenario.transport().word().equals("tcp") ? 42e6 : 90e6;
              factors.put(scenario.id(), 1 + wait / plain(scenario));
            });
    QuestionAnalysis question = analysis(suite, new SyntheticTruth().factors(factors));

    assertThat(question.steps())
        .singleElement()
        .satisfies(step -> assertThat(step.scenarioIds()).allMatch(id -> id.contains("tcp")));
  }

  private static double plain(Scenario scenario) {
    return new SyntheticTruth().operationNanos(scenario);
  }

  private static List<String> stalls(QuestionAnalysis question) {
    return sentences(question, FindingKind.STALL);
  }

  private static List<String> sentences(QuestionAnalysis question, FindingKind kind) {
    return question.findings().stream()
        .filter(finding -> finding.kind() == kind)
        .map(Finding::sentence)
        .toList();
  }

  private static QuestionAnalysis analysis(Suite suite, SyntheticTruth truth) {
    return RunAnalysis.of(SyntheticRuns.of(suite, 4).truth(truth).journal()).questions().get(0);
  }

  private static Suite calls() {
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(Axis.CALL, List.of("bytes-in", "bytes-out"));
    axes.put(
        Axis.MESSAGE_BYTES,
        Stream.of(1, 64, 1_024, 4_096, 8_192, 65_536, 1_048_576).map(String::valueOf).toList());
    return suite("call", axes, Map.of(Axis.PATH, "call"));
  }

  private static Map<Axis, List<String>> rows(String... transports) {
    Map<Axis, List<String>> axes = new LinkedHashMap<>();
    axes.put(Axis.TRANSPORT, List.of(transports));
    axes.put(Axis.ROWS, List.of("100", "1000", "10000", "100000"));
    return axes;
  }

  private static Suite suite(String id, Map<Axis, List<String>> axes) {
    return suite(id, axes, SyntheticSuites.udf());
  }

  private static Suite suite(String id, Map<Axis, List<String>> axes, Map<Axis, String> fixed) {
    return SyntheticSuites.suite(
        id,
        null,
        SyntheticSuites.question(id, "?", fixed, axes, null, null, SyntheticSuites.timing(5)));
  }
}
