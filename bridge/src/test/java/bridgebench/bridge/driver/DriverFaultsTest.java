package bridgebench.bridge.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.python.TestPython;
import bridgebench.bridge.rows.TimestampRange;
import bridgebench.bridge.task.BridgeSettings;
import bridgebench.bridge.task.Traces;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong while a real Python driver works ends in one clear error and leaves nothing. */
class DriverFaultsTest {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

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

  @Test
  void anOperationOverItsBudgetIsRefusedWithAnEstimateBeforePythonIsStarted() {
    BridgeException refused =
        catchThrowableOfType(
            BridgeException.class,
            () ->
                open(
                    "path=collect shape=three-columns rows=1000000 batchRows=1000 transport=unix"
                        + " budgetBytes=1048576"));
    assertThat(refused.kind()).isEqualTo(Kind.OVER_BUDGET);
    assertThat(refused)
        .hasMessageContaining("1,000,000 rows")
        .hasMessageContaining("in Python")
        .hasMessageContaining("the budget is 1.0 MiB (budgetBytes)")
        .hasMessageContaining("use fewer rows");
  }

  @Test
  void theRowsThatPythonIsToldToExpectCountToo() {
    String words =
        "path=to-arrow shape=three-columns rows=1000000 batchRows=1000 transport=unix"
            + " budgetBytes=104857600";
    assertThatThrownBy(() -> open(words)).hasMessageContaining("the budget is 100.0 MiB");
    open(words + " windowRows=10000").close();
  }

  @Test
  void rowsThatNoMachineCanHoldAreRefusedWithoutABudgetToo() {
    BridgeException refused =
        catchThrowableOfType(
            BridgeException.class,
            () -> open("path=collect shape=long rows=100000000000 batchRows=1000 transport=unix"));
    assertThat(refused.kind()).isEqualTo(Kind.OVER_BUDGET);
    assertThat(refused).hasMessageContaining("three quarters of the free memory");
  }

  @Test
  void aTimestampThatPandasCannotHoldIsNamedWithItsColumn() {
    BridgeException failure = failsBeyondPandas("mode=arrow batchRows=10000");
    assertThat(failure.kind()).isEqualTo(Kind.PYTHON_EXCEPTION);
    assertThat(failure)
        .hasMessageContaining("pandas cannot hold")
        .hasMessageContaining("'timestamp'")
        .hasMessageContaining("to_arrow");
  }

  @Test
  void aTimestampThatCannotBeCollectedIsRefusedBeforePandasIsAsked() {
    BridgeException failure = failsBeyondPandas("mode=pickle batchRows=1000");
    assertThat(failure.kind()).isEqualTo(Kind.PYTHON_EXCEPTION);
    assertThat(failure)
        .hasMessageContaining("cannot make a local time")
        .hasMessageContaining("to_arrow");
  }

  @Test
  void anAggregateOfAShapeWithoutNumbersSaysWhatItNeeds() {
    BridgeException failure =
        catchThrowableOfType(
            BridgeException.class, () -> open("path=aggregate place=jvm shape=nested rows=10"));
    assertThat(failure).hasMessageContaining("needs a shape with a column of whole numbers");
  }

  @Test
  void aGatewayThatIsGoneIsTold() {
    try (DriverSession session = open("path=count place=jvm shape=long rows=1000")) {
      session.runOperation();
      session.gateway().close();
      BridgeException failure = catchThrowableOfType(BridgeException.class, session::runOperation);
      assertThat(failure.kind()).isEqualTo(Kind.PYTHON_EXCEPTION);
      assertThat(failure).hasMessageContaining("Py4J").hasMessageContaining("'count'");
    }
  }

  @RepeatedTest(5)
  void aGatewayThatIsKilledInsideACallIsToldLongBeforeTheDeadline() throws Exception {
    // Python tries once more on a connection of its own, which must not be left without an answer.
    try (DriverSession session =
        open("path=count place=jvm plan=filter shape=long rows=4000000000")) {
      CompletableFuture<DriverReport> running =
          CompletableFuture.supplyAsync(session::runOperation);
      assertThat(Traces.eventually(() -> isCounting())).isTrue();
      session.gateway().close();
      long closed = System.nanoTime();
      BridgeException failure = failureOf(running);
      assertThat(failure.kind()).isEqualTo(Kind.PYTHON_EXCEPTION);
      assertThat(failure).hasMessageContaining("Py4J").hasMessageContaining("'count'");
      assertThat(Duration.ofNanos(System.nanoTime() - closed)).isLessThan(DEADLINE.dividedBy(2));
    }
    assertThat(Traces.eventually(() -> !isCounting())).as("the call's thread ends").isTrue();
  }

  @Test
  void aDriverThatIsKilledDuringACollectIsToldWithTheSignal() throws Exception {
    try (DriverSession session =
        open("path=collect shape=three-columns rows=20000000 batchRows=1000 transport=unix")) {
      long before = session.movedBytes();
      CompletableFuture<DriverReport> running =
          CompletableFuture.supplyAsync(session::runOperation);
      assertThat(Traces.eventually(() -> session.movedBytes() > before + 1_000_000)).isTrue();
      ProcessHandle.of(session.pid()).orElseThrow().destroyForcibly();
      BridgeException failure = failureOf(running);
      assertThat(failure.kind()).isEqualTo(Kind.WORKER_DIED);
      assertThat(failure).hasMessageContaining("killed by signal 9 (SIGKILL)");
    }
  }

  @Test
  void anInterruptDuringATransferEndsTheOperation() throws Exception {
    try (DriverSession session =
        open("path=to-arrow shape=three-columns rows=50000000 batchRows=10000 transport=tcp")) {
      long before = session.movedBytes();
      AtomicReference<Throwable> ended = new AtomicReference<>();
      Thread caller =
          new Thread(
              () -> ended.set(catchThrowableOfType(BridgeException.class, session::runOperation)));
      caller.start();
      assertThat(Traces.eventually(() -> session.movedBytes() > before + 1_000_000)).isTrue();
      caller.interrupt();
      caller.join();
      assertThat(ended.get()).isInstanceOf(BridgeException.class);
      assertThat(((BridgeException) ended.get()).kind()).isEqualTo(Kind.INTERRUPTED);
    }
  }

  @Test
  void aThousandHandlesThatAreDroppedAreReleased() {
    try (DriverSession session = open("path=call call=chain elements=1000")) {
      session.runOperation();
      assertThat(session.liveHandles()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "unix"})
  void rowsThatTheJvmCannotTakeAreToldWithTheJvmsOwnReason(String transport) {
    BridgeException failure =
        failsWith(
            "malformed_rows",
            "path=parallelize shape=long rows=5000000 batchRows=1000 transport=" + transport);
    assertThat(failure.kind()).isEqualTo(Kind.PYTHON_EXCEPTION);
    assertThat(failure)
        .hasMessageContaining("Python raised DataSocketError")
        .hasMessageContaining("at the JVM's end of the data socket")
        .hasMessageContaining("MalformedBodyException");
    assertThat(failure.getSuppressed()).isNotEmpty();
  }

  @Test
  void aDriverThatCannotImportWhatItNeedsIsToldHoweverLongItsReasonIs() {
    BridgeException failure =
        catchThrowableOfType(
            BridgeException.class,
            () -> DriverSession.open(DriverScenarios.of("path=show rows=1"), with("long_reason")));
    assertThat(failure.kind()).isEqualTo(Kind.PYTHON_EXCEPTION);
    assertThat(failure).hasMessageContaining("ImportError").hasMessageContaining("at its end");
  }

  @Test
  void aSessionThatHasFailedSaysSo() {
    try (DriverSession session =
        openBeyondPandas(
            "path=to-pandas mode=arrow shape=mixed rows=1000 batchRows=1000 transport=unix")) {
      assertThat(catchThrowableOfType(BridgeException.class, session::runOperation)).isNotNull();
      assertThat(catchThrowableOfType(BridgeException.class, session::runOperation))
          .hasMessageContaining("has failed");
    }
  }

  private static boolean isCounting() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getClassName().equals(FrameHandle.class.getName()));
  }

  private BridgeException failsWith(String site, String words) {
    try (DriverSession session = DriverSession.open(DriverScenarios.of(words), with(site))) {
      return catchThrowableOfType(BridgeException.class, session::runOperation);
    }
  }

  /** Settings for a driver whose interpreter runs {@code faults/sites/SITE/sitecustomize.py}. */
  private BridgeSettings with(String site) {
    PythonLaunch python = TestPython.launch();
    Path folder = Path.of("src/test/resources/faults/sites", site).toAbsolutePath();
    Path both = Path.of(folder + File.pathSeparator + python.pythonPath());
    return new BridgeSettings(
        new PythonLaunch(python.interpreter(), both),
        privateRoot,
        DEADLINE,
        BridgeSettings.MAX_FRAME_BYTES,
        42,
        true);
  }

  private static BridgeException failureOf(CompletableFuture<?> running) {
    CompletionException failure = catchThrowableOfType(CompletionException.class, running::join);
    assertThat(failure.getCause()).isInstanceOf(BridgeException.class);
    return (BridgeException) failure.getCause();
  }

  private BridgeException failsBeyondPandas(String mode) {
    try (DriverSession session =
        openBeyondPandas("path=to-pandas shape=mixed rows=1000 transport=unix " + mode)) {
      return catchThrowableOfType(BridgeException.class, session::runOperation);
    }
  }

  private DriverSession openBeyondPandas(String words) {
    return DriverSession.open(
        DriverScenarios.of(words),
        DriverScenarios.settings(privateRoot, DEADLINE),
        TimestampRange.PYTHON);
  }

  private DriverSession open(String words) {
    return DriverSession.open(
        DriverScenarios.of(words), DriverScenarios.settings(privateRoot, DEADLINE));
  }
}
