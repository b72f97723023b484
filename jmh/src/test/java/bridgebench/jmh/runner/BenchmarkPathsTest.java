package bridgebench.jmh.runner;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.jmh.fork.HistogramText;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.Environment;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import bridgebench.scenarios.run.Journal;
import bridgebench.scenarios.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One real fork of each path's benchmark. */
class BenchmarkPathsTest {
  @TempDir Path folder;

  private List<ForkRecord> run(Scenario... scenarios) throws IOException {
    RunPlan plan =
        new RunPlan(
            TestSuites.of(TestSuites.timing(1), scenarios),
            new RunFolder(folder),
            new Environment(new TreeMap<>()),
            "test",
            3,
            ForkSettings.of(TestPython.launch()));
    RunOutcome outcome = new SuiteRunner().run(plan, new RecordingListener());
    assertThat(outcome.failures()).isEmpty();
    return Journal.read(folder).forks();
  }

  private static IterationRecord last(ForkRecord fork) {
    return fork.measurement().get(fork.measurement().size() - 1);
  }

  private static Scenario transport(String exchange, String messageBytes) {
    return TestSuites.scenario(
        exchange,
        BridgePath.TRANSPORT,
        Map.of(Axis.EXCHANGE, exchange, Axis.MESSAGE_BYTES, messageBytes));
  }

  @Test
  void roundTripsCountMessagesAndBytesAndRecordEachLatency() throws IOException {
    ForkRecord fork = run(transport("round-trip", "8")).get(0);

    IterationRecord iteration = last(fork);
    assertThat(iteration.batches()).isEqualTo(iteration.operations());
    // A frame is five bytes of header and the message.
    assertThat(iteration.sentBytes()).isEqualTo(13 * iteration.operations());
    assertThat(iteration.receivedBytes()).isEqualTo(13 * iteration.operations());
    assertThat(iteration.rows()).isZero();
    long measured = fork.measurement().stream().mapToLong(IterationRecord::operations).sum();
    assertThat(HistogramText.decode(fork.latencyHistograms().get("round-trip")).getTotalCount())
        .isEqualTo(measured);
  }

  @Test
  void streamsMoveBurstsBothWaysAndOneWayTrafficOnlyOneWay() throws IOException {
    for (ForkRecord fork : run(transport("stream", "1048576"), transport("one-way", "1048576"))) {
      IterationRecord iteration = last(fork);
      assertThat(fork.effective()).containsEntry("messagesPerOperation", "16");
      assertThat(iteration.batches()).isEqualTo(16 * iteration.operations());
      assertThat(iteration.sentBytes()).isGreaterThan(iteration.batches() * 1_048_576);
      if (fork.scenarioId().equals("stream")) {
        assertThat(iteration.receivedBytes()).isEqualTo(iteration.sentBytes());
      } else {
        assertThat(iteration.receivedBytes()).isLessThan(1_000 * iteration.operations());
      }
    }
  }

  @Test
  void codecsEncodeAndDecodeWithoutAWorker() throws IOException {
    List<ForkRecord> forks =
        run(codec("pickle", "encode"), codec("pickle", "decode"), codec("arrow", "decode"));

    for (ForkRecord fork : forks) {
      IterationRecord iteration = last(fork);
      assertThat(iteration.rows()).isEqualTo(5_000 * iteration.operations());
      assertThat(fork.workerVersions()).containsKey("jvm").doesNotContainKey("python");
    }
  }

  private static Scenario codec(String mode, String direction) {
    return TestSuites.scenario(
        mode + "/" + direction,
        BridgePath.CODEC,
        Map.of(Axis.MODE, mode, Axis.DIRECTION, direction, Axis.ROWS, "5000"));
  }

  @Test
  void eachJmhThreadOwnsAWorker() throws IOException {
    Path workers = Files.createDirectory(folder.resolve("workers"));
    Path file =
        Files.writeString(
            folder.resolve("me.py"),
            """
            import os, pathlib

            def me(x):
                pathlib.Path(%r, str(os.getpid())).touch()
                return x
            """
                .replace("%r", "'" + workers + "'"));
    ForkRecord fork =
        run(TestSuites.udf("two", Map.of(Axis.WORKERS, "2", Axis.FUNCTION, file + ":me"))).get(0);

    try (Stream<Path> pids = Files.list(workers)) {
      assertThat(pids).hasSize(2);
    }
    IterationRecord iteration = last(fork);
    assertThat(iteration.rows()).isEqualTo(2_000 * iteration.operations());
    // Summed over two threads that ran side by side for 100 ms each.
    assertThat(iteration.durationNanos()).isGreaterThan(150_000_000);
    long batches = fork.measurement().stream().mapToLong(IterationRecord::batches).sum();
    assertThat(HistogramText.decode(fork.latencyHistograms().get("residence")).getTotalCount())
        .isEqualTo(batches);
  }

  @Test
  void tasksThatStartTheirOwnWorkerIncludeItsStart() throws IOException {
    ForkRecord fork = run(TestSuites.udf("cold", Map.of(Axis.START, "cold"))).get(0);

    IterationRecord iteration = last(fork);
    // No interpreter starts and imports pyarrow faster; a warm worker needs less than 10 ms.
    assertThat(iteration.durationNanos() / iteration.operations()).isGreaterThan(50_000_000);
    assertThat(iteration.rows()).isEqualTo(2_000 * iteration.operations());
    assertThat(fork.workerVersions()).containsKey("python");
  }

  @Test
  void startsAreTimedInPartsWithTheCurveOfTheFirstTasks() throws IOException {
    ForkRecord fork =
        run(TestSuites.scenario(
                "start", BridgePath.WORKER_START, Map.of(Axis.FIRST_TASKS, "3", Axis.ROWS, "100")))
            .get(0);

    IterationRecord iteration = last(fork);
    assertThat(iteration.operations()).isEqualTo(1);
    assertThat(iteration.stageNanos()).containsKeys("spawn", "imports", "function", "first-batch");
    assertThat(iteration.durationNanos())
        .isEqualTo(iteration.stageNanos().values().stream().mapToLong(Long::longValue).sum());
    assertThat(fork.firstTaskNanos()).hasSize(3).allMatch(nanos -> nanos > 0);
  }

  @Test
  void actionsOfTheDriverLastAsLongAsPythonSawThemAndSayWhatMemoryTheyNeed() throws IOException {
    ForkRecord fork =
        run(TestSuites.scenario("frame", BridgePath.TO_PANDAS, Map.of(Axis.ROWS, "5000"))).get(0);

    IterationRecord iteration = last(fork);
    assertThat(iteration.rows()).isEqualTo(5_000 * iteration.operations());
    assertThat(iteration.sentBytes()).isGreaterThan(5_000 * 16 * iteration.operations());
    // The order to Python, the check and the collections between operations are not in it.
    assertThat(iteration.operations()).isGreaterThan(1);
    assertThat(iteration.durationNanos() / iteration.operations()).isBetween(1L, 50_000_000L);
    assertThat(iteration.wallNanos()).containsEntry("python", iteration.durationNanos());
    assertThat(iteration.stageNanos()).containsKeys("python.plan", "python.to-pandas");
    long stages =
        iteration.stageNanos().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("python."))
            .mapToLong(Map.Entry::getValue)
            .sum();
    assertThat(stages).isLessThanOrEqualTo(iteration.durationNanos());
    assertThat(iteration.memoryBytes())
        .containsKeys(
            "data",
            "python.peakGrowth",
            "python.retainedResident",
            "python.objects",
            "jvm.heapPeak",
            "jvm.heapGrowth",
            "jvm.heapRetained",
            "jvm.peakResident");
    // Arrow's batches are off the heap; the rows' frames and Py4J's messages are on it.
    assertThat(iteration.memoryBytes().get("jvm.allocated")).isBetween(1_000L, 100_000_000L);
    assertThat(fork.workerVersions()).containsKeys("py4j", "pandas", "jvm");
    assertThat(fork.latencyHistograms()).isEmpty();
  }

  @Test
  void everyCallIsAnOperationWithALatencyOfItsOwn() throws IOException {
    for (ForkRecord fork : run(call("one", "1"), call("two", "2"))) {
      IterationRecord iteration = last(fork);
      assertThat(iteration.rows()).isZero();
      assertThat(iteration.sentBytes()).isEqualTo(64 * iteration.operations());
      assertThat(iteration.receivedBytes()).isZero();
      long measured = fork.measurement().stream().mapToLong(IterationRecord::operations).sum();
      Histogram latencies = HistogramText.decode(fork.latencyHistograms().get("call"));
      assertThat(latencies.getTotalCount()).isEqualTo(measured);
      // Summed over the callers, so that it is a call's own time however many call at once.
      long durations = fork.measurement().stream().mapToLong(IterationRecord::durationNanos).sum();
      assertThat(durations).isGreaterThanOrEqualTo((long) (0.9 * latencies.getMean() * measured));
    }
  }

  private static Scenario call(String id, String threads) {
    return TestSuites.scenario(
        id,
        BridgePath.CALL,
        Map.of(Axis.CALL, "bytes-out", Axis.MESSAGE_BYTES, "64", Axis.THREADS, threads));
  }

  @Test
  void theBaselineNeedsNoWorker() throws IOException {
    ForkRecord fork = run(TestSuites.udf("jvm", Map.of(Axis.MODE, "jvm"))).get(0);

    assertThat(last(fork).rows()).isEqualTo(2_000 * last(fork).operations());
    assertThat(fork.workerVersions()).doesNotContainKey("python");
  }
}
