package bridgebench.bridge.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bridgebench.bridge.BridgeException;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UdfSessionTest {

  static Stream<Scenario> everyWriterAndTransport() {
    List<Scenario> scenarios = new ArrayList<>();
    for (String mode : List.of("arrow", "pickle")) {
      for (String writer : List.of("thread", "selector", "lockstep")) {
        for (String transport : List.of("tcp", "unix")) {
          scenarios.add(
              TestScenarios.udf(Axis.MODE, mode, Axis.WRITER, writer, Axis.TRANSPORT, transport));
        }
        if (!writer.equals("selector")) {
          for (String pipe : List.of("stdio", "named")) {
            scenarios.add(
                TestScenarios.udf(
                    Axis.MODE, mode, Axis.WRITER, writer, Axis.TRANSPORT, "pipe", Axis.PIPE, pipe));
          }
        }
      }
    }
    return scenarios.stream();
  }

  @ParameterizedTest
  @MethodSource("everyWriterAndTransport")
  void everyWriterRunsTasksOverEveryTransportItCan(Scenario scenario) {
    try (UdfSession session = UdfSession.open(scenario, TestScenarios.settings())) {
      for (int task = 0; task < 3; task++) {
        TaskReport report = session.runTask();
        assertThat(report.rows()).isEqualTo(2500);
        assertThat(report.batches()).isEqualTo(3);
        assertThat(report.sentBytes()).isGreaterThan(2500 * 8);
        assertThat(report.receivedBytes()).isGreaterThan(2500 * 8);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pickle", "arrow-row", "arrow-pandas", "arrow"})
  void aWorkersRowsRepeatWhenTheScenarioSays(String mode) {
    for (int rows : new int[] {1_000, 1_234, 2_500}) {
      Scenario scenario = TestScenarios.udf(Axis.MODE, mode, Axis.WINDOW_ROWS, rows);
      try (UdfSession session = UdfSession.open(scenario, TestScenarios.settings())) {
        assertThat(session.effective()).containsEntry("windowRows", Integer.toString(rows));
        assertThat(session.runTask().rows()).isEqualTo(2500);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread", "selector", "lockstep"})
  void aTaskOfManyBatchesLargerThanTheChannelNeverDeadlocks(String writer) {
    Scenario scenario =
        TestScenarios.udf(
            Axis.WRITER,
            writer,
            Axis.ROWS,
            2_000_000,
            Axis.BATCH_ROWS,
            50_000,
            Axis.FLUSH,
            "batch");
    try (UdfSession session = UdfSession.open(scenario, TestScenarios.settings())) {
      assertThat(session.runTask().batches()).isEqualTo(40);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread", "selector", "lockstep"})
  void anEmptyTaskAndATaskOfOneRowEnd(String writer) {
    for (int rows : new int[] {0, 1}) {
      Scenario scenario = TestScenarios.udf(Axis.WRITER, writer, Axis.ROWS, rows);
      try (UdfSession session = UdfSession.open(scenario, TestScenarios.settings())) {
        assertThat(session.runTask().batches()).isEqualTo(rows);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread", "selector", "lockstep"})
  void stagesOfEachActorAddUpToNoMoreThanItsWallTime(String writer) {
    Scenario scenario = TestScenarios.udf(Axis.WRITER, writer, Axis.ROWS, 200_000);
    try (UdfSession session = UdfSession.open(scenario, TestScenarios.settings())) {
      TaskReport report = session.runTask();
      for (String actor : List.of("jvm-writer", "python", "jvm-reader")) {
        long stages =
            report.stageNanos().entrySet().stream()
                .filter(stage -> stage.getKey().startsWith(actor + "."))
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertThat(stages)
            .as(actor)
            .isPositive()
            .isLessThanOrEqualTo(report.wallNanos().get(actor));
      }
      assertThat(report.cpuNanos()).containsKeys("python", "jvm-reader");
      assertThat(report.memoryBytes()).containsKey("python.peakResident");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "thread, reuse",
    "selector, reuse",
    "lockstep, reuse",
    "thread, cold",
    "thread, daemon"
  })
  void recordingIsSwitchedOffAndOnBetweenTheTasksOfOneSession(String writer, String start) {
    Scenario scenario =
        TestScenarios.udf(
            Axis.WRITER, writer, Axis.START, start, Axis.ROWS, 5_000, Axis.BATCH_ROWS, 1_000);
    try (UdfSession session = UdfSession.open(scenario, TestScenarios.settings())) {
      assertThat(session.runTask().stageNanos()).containsKeys("python.compute", "jvm-writer.write");
      assertThat(recordedBatches(session)).isEqualTo(5);

      session.record(false);
      TaskReport plain = session.runTask();
      assertThat(plain.rows()).isEqualTo(5_000);
      assertThat(plain.durationNanos()).isPositive();
      assertThat(plain.stageNanos()).isEmpty();
      assertThat(plain.cpuNanos()).isEmpty();
      assertThat(plain.memoryBytes()).isEmpty();
      assertThat(recordedBatches(session)).isEqualTo(5);

      session.record(true);
      assertThat(session.runTask().stageNanos()).containsKeys("python.compute", "jvm-writer.write");
      assertThat(recordedBatches(session)).isEqualTo(10);
    }
  }

  private static long recordedBatches(UdfSession session) {
    return session.latency().values().iterator().next().getTotalCount();
  }

  @Test
  void theBaselineRunsTheTwinInTheJvmAlone() {
    Scenario baseline =
        new Scenario(
            "jvm",
            Map.of(
                Axis.PATH,
                "udf",
                Axis.MODE,
                "jvm",
                Axis.SHAPE,
                "double",
                Axis.ROWS,
                "2500",
                Axis.BATCH_ROWS,
                "1000",
                Axis.FUNCTION,
                "plus-one"));
    try (UdfSession session = UdfSession.open(baseline, TestScenarios.settings())) {
      TaskReport report = session.runTask();
      assertThat(report.rows()).isEqualTo(2500);
      assertThat(report.batches()).isEqualTo(3);
      assertThat(report.sentBytes()).isZero();
      assertThat(session.clock()).isEmpty();
    }
  }

  @Test
  void withStagesOffNoTimeIsTakenWithinATask() {
    Scenario scenario = TestScenarios.udf(Axis.STAGES, "off");
    try (UdfSession session = UdfSession.open(scenario, TestScenarios.settings())) {
      TaskReport report = session.runTask();
      assertThat(report.stageNanos()).isEmpty();
      assertThat(report.wallNanos()).isEmpty();
      assertThat(report.durationNanos()).isPositive();
    }
  }

  @Test
  void everyBatchHasALatencyOfTheKindThatTheWriterGives() {
    try (UdfSession ahead = UdfSession.open(TestScenarios.udf(), TestScenarios.settings())) {
      ahead.runTask();
      assertThat(ahead.latency().get("residence").getTotalCount()).isEqualTo(3);
      ahead.resetLatency();
      assertThat(ahead.latency().get("residence").getTotalCount()).isZero();
    }
    Scenario lockstep = TestScenarios.udf(Axis.WRITER, "lockstep");
    try (UdfSession session = UdfSession.open(lockstep, TestScenarios.settings())) {
      session.runTask();
      assertThat(session.latency().get("service").getTotalCount()).isEqualTo(3);
      assertThat(session.batchesInFlight().orElseThrow().getMaxValue()).isEqualTo(1);
    }
  }

  @Test
  void atARateATaskLastsUntilItsLastBatchIsDueHoweverSoonTheOthersAreAnswered() {
    try (UdfSession session = oneBatchEach10Millis("plus-one", 20)) {
      TaskReport report = session.runTask();

      assertThat(report.durationNanos()).isGreaterThan(200_000_000L);
      assertThat(report.stageNanos().get("jvm-writer.pace")).isGreaterThan(10_000_000L);
      assertThat(session.latency().get("response").getTotalCount()).isEqualTo(20);
      assertThat(session.latency().get("residence").getTotalCount()).isEqualTo(20);
      session.resetLatency();
      assertThat(session.latency().get("response").getTotalCount()).isZero();
    }
  }

  @Test
  void aBatchBehindSlowOnesIsAsLateAsTheyMakeItFromWhenItWasDue() {
    // One each 10 ms, and each takes 20 ms: the last of 10 is due at 100 ms and answered at 210 ms.
    try (UdfSession session = oneBatchEach10Millis("sleep(20ms)", 10)) {
      session.runTask();

      assertThat(session.latency().get("response").getMinValue()).isGreaterThan(19_900_000L);
      assertThat(session.latency().get("response").getMaxValue()).isGreaterThan(109_000_000L);
    }
  }

  @Test
  void aLatencyEndsOnceTheLastValueOfTheAnswerIsDecodedAndChecked() {
    Scenario scenario =
        TestScenarios.udf(
            Axis.WRITER,
            "lockstep",
            Axis.SHAPE,
            "strings",
            Axis.FUNCTION,
            "identity",
            Axis.ROWS,
            1_000_000,
            Axis.BATCH_ROWS,
            50_000);
    try (UdfSession session = UdfSession.open(scenario, TestScenarios.settings())) {
      Map<String, Long> stages = session.runTask().stageNanos();
      Histogram service = session.latency().get("service");
      double latencies = service.getMean() * service.getTotalCount();
      double whole =
          stages.get("jvm-writer.write")
              + stages.get("jvm-reader.read")
              + stages.get("jvm-reader.decode")
              + stages.get("jvm-reader.check");
      double decoding = stages.get("jvm-reader.decode");
      assertThat(whole - latencies).isLessThan(decoding);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread", "selector", "lockstep"})
  void aSessionThatIsClosedInTheMiddleOfATaskEndsTheTask(String writer) throws Exception {
    Scenario scenario =
        TestScenarios.udf(Axis.WRITER, writer, Axis.ROWS, 500_000_000, Axis.BATCH_ROWS, 50_000);
    UdfSession session = UdfSession.open(scenario, TestScenarios.settings());
    AtomicReference<BridgeException> failure = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> failure.set(catchThrowableOfType(BridgeException.class, session::runTask)));
    caller.start();
    TimeUnit.MILLISECONDS.sleep(300);
    session.close();
    caller.join();
    assertThat(failure.get()).hasMessageContaining("in task 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread", "selector", "lockstep"})
  void atWhicheverMomentAnotherThreadClosesASessionItsTaskEnds(String writer) throws Exception {
    // Tiny batches: close often falls between two calls of the channel, not only into one.
    Scenario scenario =
        TestScenarios.udf(
            Axis.WRITER, writer, Axis.ROWS, 500_000_000, Axis.BATCH_ROWS, 10, Axis.FLUSH, "batch");
    for (int attempt = 0; attempt < 15; attempt++) {
      UdfSession session = UdfSession.open(scenario, TestScenarios.settings());
      CompletableFuture<BridgeException> failure =
          CompletableFuture.supplyAsync(
              () -> catchThrowableOfType(BridgeException.class, session::runTask));
      TimeUnit.MILLISECONDS.sleep(20);
      LockSupport.parkNanos(attempt * 1_000_003L);
      session.close();

      assertThat(failure)
          .succeedsWithin(30, TimeUnit.SECONDS)
          .extracting(BridgeException::kind)
          .isEqualTo(BridgeException.Kind.WORKER_DIED);
    }
  }

  @Test
  void aSelectorOverAPipeIsRefusedWithTheReason() {
    Scenario scenario =
        TestScenarios.udf(Axis.WRITER, "selector", Axis.TRANSPORT, "pipe", Axis.PIPE, "stdio");
    assertThatThrownBy(() -> UdfSession.open(scenario, TestScenarios.settings()))
        .isInstanceOf(BridgeException.class)
        .hasMessageContaining("needs a socket");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cold", "daemon"})
  void eachTaskMayHaveAWorkerOfItsOwn(String start) {
    Scenario scenario = TestScenarios.udf(Axis.START, start);
    try (UdfSession session = UdfSession.open(scenario, TestScenarios.settings())) {
      TaskReport first = session.runTask();
      TaskReport second = session.runTask();
      assertThat(first.rows() + second.rows()).isEqualTo(5000);
      assertThat(session.workerVersions()).containsKeys("python", "pyarrow");
    }
  }

  private static UdfSession oneBatchEach10Millis(String function, int batches) {
    int batchRows = 100;
    Scenario scenario =
        TestScenarios.udf(
            Axis.FUNCTION,
            function,
            Axis.ROWS,
            batches * batchRows,
            Axis.BATCH_ROWS,
            batchRows,
            Axis.BATCHES_PER_SECOND,
            100,
            Axis.FLUSH,
            "batch");
    return UdfSession.open(scenario, TestScenarios.settings());
  }
}
