package bridgebench.jmh.runner;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.jmh.fork.HistogramText;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.Environment;
import bridgebench.scenarios.run.FailureRecord;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import bridgebench.scenarios.run.Journal;
import bridgebench.scenarios.run.RunEnd;
import bridgebench.scenarios.run.RunFolder;
import bridgebench.scenarios.suite.Suite;
import bridgebench.scenarios.suite.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs real JMH forks with real workers. */
class SuiteRunnerTest {
  private static final Environment HERE = environment("6.1");

  @TempDir Path folder;

  private static Environment environment(String kernel) {
    return new Environment(new TreeMap<>(Map.of("os.kernel", kernel)));
  }

  private RunPlan plan(Suite suite) {
    return new RunPlan(suite, new RunFolder(folder), HERE, "bridgebench run test", 7, settings());
  }

  private static ForkSettings settings() {
    return ForkSettings.of(TestPython.launch());
  }

  private static final Scenario ARROW = TestSuites.udf("arrow", Map.of(Axis.MODE, "arrow"));
  private static final Scenario SMALL =
      TestSuites.scenario("small", BridgePath.COLLECT, Map.of(Axis.ROWS, "100"));
  private static final Scenario PICKLE = TestSuites.udf("pickle", Map.of(Axis.MODE, "pickle"));

  @Test
  void everyForkIsInTheJournalWithItsRawSamples() throws IOException {
    RunOutcome outcome =
        new SuiteRunner()
            .run(plan(TestSuites.of(TestSuites.timing(2), ARROW, PICKLE)), new RecordingListener());

    assertThat(outcome.end()).isEqualTo(RunEnd.FINISHED);
    assertThat(outcome.failures()).isEmpty();
    List<ForkRecord> forks = Journal.read(folder).forks();
    assertThat(forks).extracting(ForkRecord::sequence).containsExactly(0, 1, 2, 3);
    assertThat(forks).extracting(ForkRecord::fork).containsExactly(0, 0, 1, 1);
    for (ForkRecord fork : forks) {
      assertThat(fork.warmup()).hasSizeGreaterThanOrEqualTo(1);
      assertThat(fork.measurement()).hasSize(2);
      assertThat(fork.latencyHistograms()).containsKey("residence");
      assertThat(fork.latencyMaximaNanos().get("residence"))
          .hasSize(2)
          .allSatisfy(nanos -> assertThat(nanos).isPositive());
      assertThat(fork.workerVersions()).containsKeys("python", "jvm", "jvmFlags");
      assertThat(fork.effective()).isNotEmpty();
      assertThat(fork.noise())
          .containsKeys("loadBefore", "contextSwitches", "gcNanos", "foreignCpuNanos");
      for (IterationRecord iteration : fork.measurement()) {
        assertThat(iteration.operations()).isPositive();
        assertThat(iteration.rows()).isEqualTo(2_000 * iteration.operations());
        assertThat(iteration.durationNanos()).isPositive();
        assertThat(iteration.stageNanos()).containsKey("python.decode");
      }
    }
  }

  @Test
  void aFailingScenarioIsRecordedWithItsErrorAndTheRestGoesOn() throws IOException {
    Path file = folder.resolve("fail.py");
    Files.writeString(file, "def raises(x):\n    raise ValueError('asked to fail')\n");
    Scenario failing = TestSuites.udf("failing", Map.of(Axis.FUNCTION, file + ":raises"));

    RunOutcome outcome =
        new SuiteRunner()
            .run(
                plan(TestSuites.of(TestSuites.timing(2), failing, ARROW)), new RecordingListener());

    assertThat(outcome.end()).isEqualTo(RunEnd.FINISHED);
    assertThat(outcome.failures()).containsOnlyKeys("failing");
    FailureRecord failure = outcome.failures().get("failing");
    assertThat(failure.kind()).isEqualTo("python-exception");
    assertThat(failure.message()).contains("asked to fail");
    assertThat(failure.detail()).contains("fail.py", "line 2, in raises");
    assertThat(Journal.read(folder).forks())
        .extracting(ForkRecord::scenarioId)
        .containsExactlyInAnyOrder("failing", "arrow", "arrow");
  }

  @Test
  void aCollectBeyondItsBudgetFailsAloneAndTheRestGoesOn() throws IOException {
    Map<Axis, String> rows = Map.of(Axis.ROWS, "100000", Axis.BUDGET_BYTES, "1048576");
    Scenario overBudget = TestSuites.scenario("over", BridgePath.COLLECT, rows);

    RunOutcome outcome =
        new SuiteRunner()
            .run(
                plan(TestSuites.of(TestSuites.timing(1), overBudget, SMALL)),
                new RecordingListener());

    assertThat(outcome.end()).isEqualTo(RunEnd.FINISHED);
    assertThat(outcome.failures()).containsOnlyKeys("over");
    assertThat(outcome.failures().get("over").kind()).isEqualTo("over-budget");
    assertThat(outcome.failures().get("over").message()).contains("the budget is 1.0 MiB");
  }

  @Test
  void anActionThatTheHeapCannotHoldFailsAloneAndTheRestGoesOn() throws IOException {
    Scenario tooLarge =
        TestSuites.scenario(
            "too-large",
            BridgePath.PARALLELIZE,
            Map.of(
                Axis.ROWS, "1000000", Axis.SHAPE, "strings", Axis.BUDGET_BYTES, "1099511627776"));
    Suite inSmallHeap = TestSuites.inHeap("-Xmx96m", TestSuites.timing(1), tooLarge, SMALL);

    RunOutcome outcome = new SuiteRunner().run(plan(inSmallHeap), new RecordingListener());

    assertThat(outcome.end()).isEqualTo(RunEnd.FINISHED);
    assertThat(outcome.failures()).containsOnlyKeys("too-large");
    assertThat(outcome.failures().get("too-large").message()).containsIgnoringCase("heap");
  }

  @Test
  void aStopKeepsFinishedForksAndResumeMakesTheRest() throws IOException {
    Suite suite = TestSuites.of(TestSuites.timing(2), ARROW, PICKLE);
    SuiteRunner runner = new SuiteRunner();
    RecordingListener stopping =
        new RecordingListener(
            index -> {
              if (index == 2) {
                runner.stop();
              }
            });

    RunOutcome interrupted = runner.run(plan(suite), stopping);

    assertThat(interrupted.end()).isEqualTo(RunEnd.INTERRUPTED);
    assertThat(Journal.read(folder).forks()).hasSize(2);
    assertThat(Journal.read(folder).end()).isEqualTo(RunEnd.INTERRUPTED);
    assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();

    RecordingListener resumed = new RecordingListener();
    RunOutcome finished =
        new SuiteRunner().resume(new RunFolder(folder), environment("6.2"), settings(), resumed);

    assertThat(finished.end()).isEqualTo(RunEnd.FINISHED);
    assertThat(Journal.read(folder).forks())
        .extracting(ForkRecord::sequence)
        .containsExactly(0, 1, 2, 3);
    assertThat(Journal.read(folder).resumedOn()).containsExactly(environment("6.2"));
    assertThat(resumed.messages).anySatisfy(m -> assertThat(m).contains("os.kernel: 6.1 → 6.2"));
  }

  @Test
  void aKnownDelayIsSeenAsThatDelay() throws IOException {
    Scenario sleeping =
        TestSuites.udf(
            "sleeping",
            Map.of(Axis.FUNCTION, "sleep(5ms)", Axis.WRITER, "lockstep", Axis.BATCH_ROWS, "1000"));

    new SuiteRunner()
        .run(plan(TestSuites.of(TestSuites.timing(1), sleeping)), new RecordingListener());

    ForkRecord fork = Journal.read(folder).forks().get(0);
    assertThat(fork.failure()).isNull();
    Histogram service = HistogramText.decode(fork.latencyHistograms().get("service"));
    assertThat(service.getValueAtPercentile(50)).isBetween(5_000_000L, 50_000_000L);
  }

  @Test
  void aForkThatStillSpeedsUpIsWarmedUpLonger() throws IOException {
    Path file = folder.resolve("slow.py");
    Files.writeString(
        file,
        """
        import time

        def thaw(x, calls=[]):
            time.sleep(0.05 * 0.95 ** len(calls))
            calls.append(None)
            return x
        """);
    Scenario thawing = TestSuites.udf("thawing", Map.of(Axis.FUNCTION, file + ":thaw"));
    Timing timing = new Timing(1, 4, 100_000_000, 2, 100_000_000, 5);

    new SuiteRunner().run(plan(TestSuites.of(timing, thawing)), new RecordingListener());

    ForkRecord fork = Journal.read(folder).forks().get(0);
    assertThat(fork.failure()).isNull();
    // By calls, not by the clock: 100 ms take 5 ms off a call however busy the machine is, so that
    // it still thaws after the second round, the last one there is.
    assertThat(fork.warmup()).hasSize(4 + 2 * 2);
    assertThat(fork.measurement()).hasSize(2);
    assertThat(fork.resultChecksum()).isNotNull();
  }

  @Test
  void workersThatReturnOtherResultsFailTheirFork() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("whose.py"),
            """
            import os

            def pid(x):
                return float(os.getpid())
            """);
    Scenario two =
        TestSuites.udf(
            "two", Map.of(Axis.FUNCTION, file + ":pid", Axis.WORKERS, "2", Axis.MODE, "pickle"));
    Timing timing = new Timing(1, 1, 10_000_000, 1, 10_000_000, 5);

    new SuiteRunner().run(plan(TestSuites.of(timing, two)), new RecordingListener());

    assertThat(Journal.read(folder).forks().get(0).failure())
        .satisfies(
            failure -> {
              assertThat(failure.kind()).isEqualTo("wrong-result");
              assertThat(failure.message()).contains("same results in every worker");
            });
  }
}
