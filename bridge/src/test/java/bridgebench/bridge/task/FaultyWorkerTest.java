package bridgebench.bridge.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.python.TestPython;
import bridgebench.bridge.worker.WorkerOptions;
import bridgebench.bridge.worker.WorkerStarter;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is no proper worker: each is a module of {@code faults/faulty}. */
class FaultyWorkerTest {

  private static final Path FAULTS = Path.of("src/test/resources/faults").toAbsolutePath();
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  @TempDir Path privateRoot;
  private Traces traces;

  @BeforeEach
  void lookAround() {
    traces = new Traces(privateRoot);
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    traces.assertNoneLeft();
  }

  @ParameterizedTest
  @CsvSource({"unix", "tcp"})
  void aWorkerWithTheWrongSecretIsRefused(String transport) {
    BridgeException failure = fails("wrong_secret", transport);
    assertThat(failure.kind()).isEqualTo(Kind.WRONG_SECRET);
    assertThat(failure)
        .hasMessageContaining("knows the secret")
        .hasMessageContaining("2.0 s")
        .hasMessageContaining("1 peer");
  }

  @ParameterizedTest
  @CsvSource({"unix", "tcp", "pipe"})
  void anotherProtocolVersionIsRefused(String transport) {
    BridgeException failure = fails("other_protocol", transport);
    assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
    assertThat(failure)
        .hasMessageContaining("speaks protocol 99")
        .hasMessageContaining("expected 1");
  }

  @ParameterizedTest
  @CsvSource({"unix", "tcp", "pipe"})
  void aLengthOfTwoGibibytesIsRefusedBeforeItIsAllocated(String transport) {
    BridgeException failure = fails("huge_length", transport);
    assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
    assertThat(failure)
        .hasMessageContaining("2147483647")
        .hasMessageContaining("expected 0 to 1073741824");
  }

  @Test
  void aNegativeLengthIsRefused() {
    assertThat(fails("negative_length", "unix")).hasMessageContaining("of -5 bytes");
  }

  @Test
  void aFrameOfAnUnknownKindIsRefused() {
    BridgeException failure = fails("unknown_kind", "unix");
    assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
    assertThat(failure).hasMessageContaining("got 77").hasMessageContaining("what is this");
  }

  @ParameterizedTest
  @CsvSource({"unix", "tcp", "pipe"})
  void aWorkerThatLeavesInsideAFrameIsTold(String transport) {
    BridgeException failure = fails("half_frame", transport);
    assertThat(failure.kind()).isEqualTo(Kind.WORKER_DIED);
    assertThat(failure).hasMessageContaining("exit status 5");
    assertThat(failure.detail()).contains("leaving in the middle");
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread", "selector", "lockstep"})
  void aWorkerThatIsKilledInsideAFrameIsToldWithTheSignal(String writer) {
    BridgeException failure = fails("killed_mid_frame", "unix", writer);
    assertThat(failure.kind()).isEqualTo(Kind.WORKER_DIED);
    assertThat(failure).hasMessageContaining("killed by signal 9 (SIGKILL)");
  }

  @ParameterizedTest
  @CsvSource({"unix", "tcp", "pipe"})
  void aWorkerThatNeverGreetsIsGivenUp(String transport) {
    BridgeException failure = fails("silent_start", transport);
    assertThat(failure.kind()).isEqualTo(Kind.DEADLINE);
    assertThat(failure)
        .hasMessageContaining("2.0 s")
        .hasMessageContaining("while the worker started");
  }

  @Test
  void aWorkerThatNeverOpensItsNamedPipesIsGivenUp() {
    BridgeException failure = failsOverNamedPipes("silent_start");
    assertThat(failure.kind()).isEqualTo(Kind.DEADLINE);
    assertThat(failure).hasMessageContaining("did not open its pipes within 2.0 s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread", "selector", "lockstep"})
  void aWorkerThatNeverAnswersIsGivenUpWithItsStack(String writer) {
    BridgeException failure = fails("silent_task", "unix", writer);
    assertThat(failure.kind()).isEqualTo(Kind.DEADLINE);
    assertThat(failure.detail()).contains("Where Python was:", "silent_task.py");
  }

  @ParameterizedTest
  @CsvSource({"unix", "tcp", "pipe"})
  void aWorkerThatDiesAtStartIsToldWithItsLastWords(String transport) {
    BridgeException failure = fails("dies_at_start", transport);
    assertThat(failure.kind()).isEqualTo(Kind.WORKER_DIED);
    assertThat(failure).hasMessageContaining("exit status 1");
    assertThat(failure.detail()).contains("no licence for starting");
  }

  @Test
  void aWorkerThatDiesBeforeItOpensItsNamedPipesIsToldWithItsLastWords() {
    BridgeException failure = failsOverNamedPipes("dies_at_start");
    assertThat(failure.kind()).isEqualTo(Kind.WORKER_DIED);
    assertThat(failure.detail()).contains("no licence for starting");
  }

  @Test
  void textPrintedIntoTheStreamIsShown() {
    BridgeException failure = fails("prints_at_start", "pipe");
    assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
    assertThat(failure).hasMessageContaining("Welcome to my site customisation!");
  }

  @Test
  void aPrintAtStartHarmsNoSocket() {
    BridgeException failure = fails("prints_at_start", "unix");
    assertThat(failure.kind()).isEqualTo(Kind.DEADLINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread", "selector", "lockstep"})
  void aTaskThatEndsWithoutItsAnswersIsAWrongResult(String writer) {
    BridgeException failure = fails("early_trailer", "unix", writer);
    assertThat(failure.kind()).isEqualTo(Kind.WRONG_RESULT);
    assertThat(failure).hasMessageContaining("after 0 answers").hasMessageContaining("3 batches");
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread", "selector"})
  void anAnswerTooManyIsAWrongResult(String writer) {
    Scenario scenario = TestScenarios.udf(Axis.WRITER, writer, Axis.FUNCTION, "identity");
    BridgeException failure = failure("one_answer_more", scenario, faulty(), privateRoot);
    assertThat(failure.kind()).isEqualTo(Kind.WRONG_RESULT);
    assertThat(failure).hasMessageContaining("answered more than the 3 batches");
  }

  @Test
  void aWrongValueIsToldWithTheWorkerThatSentIt() {
    BridgeException failure = fails("echoes", "unix");
    assertThat(failure.kind()).isEqualTo(Kind.WRONG_RESULT);
    assertThat(failure).hasMessageContaining("wrong result").hasMessageContaining("(pid ");
  }

  @Test
  void aWorkerThatIsStoppedAfterItOpenedItsNamedPipesIsGivenUp() {
    BridgeException failure = failsOverNamedPipes("stops_before_hello");
    assertThat(failure.kind()).isEqualTo(Kind.DEADLINE);
    assertThat(failure).hasMessageContaining("within 2.0 s and greet");
  }

  @Test
  void aBodyThatIsNoArrowMessageIsRefused() {
    assertThat(fails("not_arrow", "unix").kind()).isEqualTo(Kind.PROTOCOL);
  }

  @Test
  void aMissingFolderForSocketsIsNamed() {
    BridgeException failure = failsIn(privateRoot.resolve("missing"));
    assertThat(failure.kind()).isEqualTo(Kind.START);
    assertThat(failure)
        .hasMessageContaining(privateRoot + "/missing")
        .hasMessageContaining("create");
  }

  @Test
  void anInterpreterThatIsMissingIsNamed() {
    PythonLaunch missing = new PythonLaunch(Path.of("/nowhere/python3"), FAULTS);
    BridgeException failure = failure("silent_start", TestScenarios.udf(), missing, privateRoot);
    assertThat(failure.kind()).isEqualTo(Kind.START);
    assertThat(failure).hasMessageContaining("/nowhere/python3").hasMessageContaining("doctor");
  }

  private BridgeException fails(String module, String transport) {
    return fails(module, transport, "thread");
  }

  private BridgeException fails(String module, String transport, String writer) {
    Scenario scenario = TestScenarios.udf(Axis.TRANSPORT, transport, Axis.WRITER, writer);
    return failure(module, scenario, faulty(), privateRoot);
  }

  private BridgeException failsOverNamedPipes(String module) {
    Scenario scenario = TestScenarios.udf(Axis.TRANSPORT, "pipe", Axis.PIPE, "named");
    return failure(module, scenario, faulty(), privateRoot);
  }

  private static BridgeException failsIn(Path privateRoot) {
    return failure("silent_start", TestScenarios.udf(), faulty(), privateRoot);
  }

  private static PythonLaunch faulty() {
    return new PythonLaunch(TestPython.launch().interpreter(), FAULTS);
  }

  private static BridgeException failure(
      String module, Scenario scenario, PythonLaunch python, Path privateRoot) {
    WorkerOptions options =
        new WorkerOptions(
            python,
            "faulty." + module,
            privateRoot,
            DEADLINE,
            BridgeSettings.MAX_FRAME_BYTES,
            scenario.id());
    RowPlan plan = RowPlan.of(scenario, TestScenarios.settings(DEADLINE, privateRoot));
    return catchThrowableOfType(
        BridgeException.class,
        () -> {
          WorkerStarter starter = WorkerStarter.cold(scenario, options, List.of());
          try (WorkerSession session = WorkerSession.open(scenario, plan, starter)) {
            session.runTask();
          }
        });
  }
}
