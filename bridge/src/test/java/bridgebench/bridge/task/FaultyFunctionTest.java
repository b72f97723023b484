package bridgebench.bridge.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The user's function misbehaves in a real worker. */
class FaultyFunctionTest {

  private static final Path FUNCTIONS = Path.of("src/test/resources/faults/functions.py");
  private static final Duration DEADLINE = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

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

  static Stream<Arguments> everyWriterAndTransport() {
    return Stream.of(
        Arguments.of("thread", "unix", "-"),
        Arguments.of("thread", "tcp", "-"),
        Arguments.of("thread", "pipe", "stdio"),
        Arguments.of("thread", "pipe", "named"),
        Arguments.of("selector", "unix", "-"),
        Arguments.of("selector", "tcp", "-"),
        Arguments.of("lockstep", "unix", "-"),
        Arguments.of("lockstep", "pipe", "stdio"));
  }

  @ParameterizedTest
  @MethodSource("everyWriterAndTransport")
  void whatAFunctionRaisesIsToldWithItsTraceback(String writer, String transport, String pipe) {
    BridgeException failure =
        fails(
            PATIENCE,
            "raises",
            Axis.WRITER,
            writer,
            Axis.TRANSPORT,
            transport,
            Axis.PIPE,
            pipe,
            Axis.ROWS,
            3_000_000,
            Axis.BATCH_ROWS,
            100_000);
    assertThat(failure.kind()).isEqualTo(Kind.PYTHON_EXCEPTION);
    assertThat(failure).hasMessageContaining("ValueError: no price for this row");
    assertThat(failure).hasMessageContaining("pid ").hasMessageContaining("functions.py:raises");
    assertThat(failure.detail()).contains("Traceback", "functions.py", "in raises");
  }

  @ParameterizedTest
  @MethodSource("everyWriterAndTransport")
  void aWorkerThatLeavesIsToldWithItsExitStatus(String writer, String transport, String pipe) {
    BridgeException failure =
        fails(
            PATIENCE,
            "exits",
            Axis.WRITER,
            writer,
            Axis.TRANSPORT,
            transport,
            Axis.PIPE,
            pipe,
            Axis.ROWS,
            3_000_000,
            Axis.BATCH_ROWS,
            100_000);
    assertThat(failure.kind()).isEqualTo(Kind.WORKER_DIED);
    assertThat(failure).hasMessageContaining("exit status 3");
    assertThat(failure.detail()).contains("about to leave");
  }

  @ParameterizedTest
  @MethodSource("everyWriterAndTransport")
  void aHangEndsAtTheDeadlineWithWherePythonWas(String writer, String transport, String pipe) {
    BridgeException failure =
        fails(
            DEADLINE,
            "hangs",
            Axis.WRITER,
            writer,
            Axis.TRANSPORT,
            transport,
            Axis.PIPE,
            pipe,
            Axis.ROWS,
            3_000_000,
            Axis.BATCH_ROWS,
            100_000);
    assertThat(failure.kind()).isEqualTo(Kind.DEADLINE);
    assertThat(failure).hasMessageContaining("2.0 s").hasMessageContaining("raise the deadline");
    assertThat(failure.detail()).contains("Where Python was:", "in hangs");
  }

  @Test
  void howAForkedWorkerEndedIsToldByItsDaemon() {
    BridgeException left = fails(PATIENCE, "exits", Axis.START, "daemon");
    assertThat(left).hasMessageContaining("exit status 3");
    BridgeException killed = fails(PATIENCE, "kills_itself", Axis.START, "daemon");
    assertThat(killed).hasMessageContaining("killed by signal 9 (SIGKILL)");
  }

  @Test
  void aWorkerThatIsKilledIsToldWithTheSignal() {
    BridgeException failure = fails(PATIENCE, "kills_itself");
    assertThat(failure.kind()).isEqualTo(Kind.WORKER_DIED);
    assertThat(failure).hasMessageContaining("killed by signal 9 (SIGKILL)");
  }

  @Test
  void aResultOfAnotherTypeIsRefused() {
    BridgeException failure = fails(PATIENCE, "text_for_numbers");
    assertThat(failure.kind()).isEqualTo(Kind.PYTHON_EXCEPTION);
    assertThat(failure).hasMessageContaining("string").hasMessageContaining("double");
  }

  @Test
  void aResultOfAnotherLengthIsRefused() {
    BridgeException failure = fails(PATIENCE, "one_row_less");
    assertThat(failure.kind()).isIn(Kind.PYTHON_EXCEPTION, Kind.WRONG_RESULT);
    assertThat(failure).hasMessageContaining("999").hasMessageContaining("1000");
  }

  @ParameterizedTest
  @MethodSource("everyWriterAndTransport")
  void whatAFunctionPrintsNeverReachesTheFrames(String writer, String transport, String pipe) {
    Scenario scenario =
        scenario("prints", Axis.WRITER, writer, Axis.TRANSPORT, transport, Axis.PIPE, pipe);
    try (UdfSession session = UdfSession.open(scenario, settings(PATIENCE))) {
      assertThat(session.runTask().batches()).isEqualTo(3);
      assertThat(session.runTask().batches()).isEqualTo(3);
    }
  }

  @Test
  void aFloodOnStderrStopsNobody() {
    try (UdfSession session = UdfSession.open(scenario("floods_stderr"), settings(PATIENCE))) {
      assertThat(session.runTask().batches()).isEqualTo(3);
    }
  }

  @Test
  void afterAFloodTheErrorIsStillTold() {
    BridgeException failure = fails(PATIENCE, "floods_stderr_and_raises");
    assertThat(failure).hasMessageContaining("ValueError: after the flood");
    assertThat(failure.detail()).contains("Traceback").hasSizeLessThan(100_000);
  }

  @Test
  void childrenThatAFunctionLeavesAreEndedWithTheWorker() throws Exception {
    for (String function :
        new String[] {"leaves_a_child", "leaves_a_child_in_a_session_of_its_own"}) {
      try (UdfSession session = UdfSession.open(scenario(function), settings(PATIENCE))) {
        session.runTask();
        assertThat(Traces.sleepers()).isNotEmpty();
      }
      assertThat(Traces.sleepers()).isEmpty();
    }
  }

  @Test
  void aChildOfAWorkerThatLeftIsEndedToo() {
    BridgeException failure = fails(PATIENCE, "leaves_a_child_and_exits");
    assertThat(failure.kind()).isEqualTo(Kind.WORKER_DIED);
    assertThat(failure).hasMessageContaining("exit status 4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread", "selector", "lockstep"})
  void aThreadThatIsInterruptedLetsGoOfItsWorker(String writer) throws Exception {
    AtomicReference<BridgeException> failure = new AtomicReference<>();
    CountDownLatch running = new CountDownLatch(1);
    Thread caller =
        new Thread(
            () ->
                failure.set(
                    catchThrowableOfType(
                        BridgeException.class,
                        () -> {
                          Scenario scenario = scenario("hangs", Axis.WRITER, writer);
                          try (UdfSession session = UdfSession.open(scenario, settings(PATIENCE))) {
                            running.countDown();
                            session.runTask();
                          }
                        })));
    caller.start();
    running.await();
    TimeUnit.MILLISECONDS.sleep(300);
    caller.interrupt();
    caller.join();
    assertThat(failure.get().kind()).isEqualTo(Kind.INTERRUPTED);
  }

  @Test
  void aFunctionThatDoesNotExistIsRefusedBeforeAnyWorker() {
    BridgeException failure = fails(PATIENCE, "raise");
    assertThat(failure).hasMessageContaining("no function raise").hasMessageContaining("raises");
  }

  @Test
  void aFunctionWhoseResultsChangeFromTaskToTaskIsRefusedAtTheFirstThatDiffers() {
    Scenario scenario = scenario("counts_its_batches");
    try (UdfSession session = UdfSession.open(scenario, settings(PATIENCE))) {
      session.runTask();
      BridgeException failure = catchThrowableOfType(BridgeException.class, session::runTask);
      assertThat(failure.kind()).isEqualTo(Kind.WRONG_RESULT);
      assertThat(failure)
          .hasMessageContaining("functions.py:counts_its_batches")
          .hasMessageContaining("other results for the same rows in task 1");
    }
  }

  private BridgeException fails(Duration deadline, String function, Object... changes) {
    return catchThrowableOfType(
        BridgeException.class,
        () -> {
          Scenario scenario = scenario(function, changes);
          try (UdfSession session = UdfSession.open(scenario, settings(deadline))) {
            session.runTask();
          }
        });
  }

  private static Scenario scenario(String function, Object... changes) {
    Object[] all = new Object[changes.length + 2];
    all[0] = Axis.FUNCTION;
    all[1] = FUNCTIONS.toAbsolutePath() + ":" + function;
    System.arraycopy(changes, 0, all, 2, changes.length);
    return TestScenarios.udf(all);
  }

  private BridgeSettings settings(Duration deadline) {
    return TestScenarios.settings(deadline, privateRoot);
  }
}
