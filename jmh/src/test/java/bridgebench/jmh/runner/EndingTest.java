package bridgebench.jmh.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.jmh.fork.ForkFolder;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.run.Environment;
import bridgebench.scenarios.run.FailureRecord;
import bridgebench.scenarios.run.Journal;
import bridgebench.scenarios.run.RunEnd;
import bridgebench.scenarios.run.RunFolder;
import bridgebench.scenarios.suite.Suite;
import bridgebench.scenarios.suite.Timing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Forks that are cut short leave no process and no file behind. */
@Timeout(120)
class EndingTest {
  /** Long enough that only being ended ends it. */
  private static final Timing ENDLESS = new Timing(1, 0, 1, 1, 600_000_000_000L, 5);

  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  @TempDir Path folder;

  private static Suite endless() {
    return TestSuites.of(ENDLESS, TestSuites.udf("endless", Map.of(Axis.MODE, "arrow")));
  }

  private static RunPlan plan(Path folder, Suite suite, ForkSettings settings) {
    return new RunPlan(
        suite, new RunFolder(folder), new Environment(new TreeMap<>()), "test", 1, settings);
  }

  @Test
  void aStopEndsTheRunningForkWithItsWorkerAndItsSocket() throws Exception {
    SuiteRunner runner = new SuiteRunner();
    RunPlan plan = plan(folder, endless(), ForkSettings.of(TestPython.launch()));
    List<Path> folders = new ArrayList<>();
    Thread stopper =
        new Thread(
            () -> {
              await(() -> hasWorker(ProcessHandle.current()));
              folders.addAll(foldersOf(ProcessHandle.current(), TEMPORARY));
              runner.stop();
            });
    stopper.start();

    RunOutcome outcome = runner.run(plan, new RecordingListener());

    stopper.join();
    assertThat(outcome.end()).isEqualTo(RunEnd.INTERRUPTED);
    assertThat(outcome.failures()).isEmpty();
    assertThat(Journal.read(folder).forks()).isEmpty();
    await(() -> ProcessHandle.current().descendants().findAny().isEmpty());
    assertThat(folders).hasSize(1).allSatisfy(gone -> assertThat(gone).doesNotExist());
  }

  @Test
  void aForkThatOverrunsItsDeadlineFailsAndTheRunEnds() throws IOException {
    ForkSettings usual = ForkSettings.of(TestPython.launch());
    ForkSettings hasty =
        new ForkSettings(
            usual.python(),
            usual.stallDeadline(),
            Duration.ofSeconds(5),
            usual.maxFrameBytes(),
            usual.recordLatency());

    RunOutcome outcome =
        new SuiteRunner().run(plan(folder, endless(), hasty), new RecordingListener());

    assertThat(outcome.end()).isEqualTo(RunEnd.FINISHED);
    FailureRecord failure = outcome.failures().get("endless");
    assertThat(failure.kind()).isEqualTo("fork-deadline");
    assertThat(failure.message()).contains("5 s");
    await(() -> ProcessHandle.current().descendants().findAny().isEmpty());
  }

  @Test
  void aStopBeforeTheFirstForkLeavesARunThatCanBeResumed() throws IOException {
    SuiteRunner runner = new SuiteRunner();
    RecordingListener listener = new RecordingListener();
    runner.stop();

    RunOutcome outcome =
        runner.run(plan(folder, endless(), ForkSettings.of(TestPython.launch())), listener);

    assertThat(outcome.end()).isEqualTo(RunEnd.INTERRUPTED);
    assertThat(listener.started).isEmpty();
    assertThat(Journal.read(folder).forks()).isEmpty();
    assertThat(Journal.read(folder).end()).isEqualTo(RunEnd.INTERRUPTED);
  }

  @Test
  void aForkWhoseJvmIsKilledFailsAloneWithTheEndOfItsLog() throws Exception {
    SuiteRunner runner = new SuiteRunner();
    Thread killer =
        new Thread(
            () -> {
              await(() -> hasWorker(ProcessHandle.current()));
              ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
            });
    killer.start();

    RunOutcome outcome =
        runner.run(
            plan(folder, endless(), ForkSettings.of(TestPython.launch())), new RecordingListener());

    killer.join();
    assertThat(outcome.end()).isEqualTo(RunEnd.FINISHED);
    FailureRecord failure = outcome.failures().get("endless");
    assertThat(failure.kind()).isEqualTo("fork-died");
    assertThat(failure.message()).contains("0 of 1 measured iterations", "jmh.log");
    await(() -> ProcessHandle.current().descendants().findAny().isEmpty());
  }

  @Test
  void aForkMayTakeThreeTimesItsIterationsAndSixtyTimesAStall() {
    PlannedFork fork = new PlannedFork(0, 0, TestSuites.udf("any", Map.of()), ENDLESS);
    PythonLaunch python = new PythonLaunch(Path.of("python3"), Path.of("."));

    assertThat(ForkSettings.of(python).forkDeadline(fork)).isEqualTo(Duration.ofMinutes(30 + 60));
    assertThat(ForkSettings.of(python, Duration.ofMinutes(5)).forkDeadline(fork))
        .isEqualTo(Duration.ofMinutes(30 + 300));
  }

  @Test
  void forkAndWorkerEndWithAKilledHost() throws Exception {
    // JMH's own files of a killed JVM stay: they get a folder that the test removes.
    Path temporary = Files.createDirectory(TEMPORARY.resolve("bb" + ProcessHandle.current().pid()));
    Process host =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dbridgebench.python=" + System.getProperty("bridgebench.python", "python3"),
                "-Djava.io.tmpdir=" + temporary,
                Host.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("host.log").toFile())
            .start();
    try {
      await(() -> hasWorker(host.toHandle()));
      List<ProcessHandle> descendants = host.descendants().toList();

      List<Path> folders = foldersOf(host.toHandle(), temporary);
      assertThat(folders).hasSize(1);

      host.destroyForcibly().waitFor();

      await(() -> descendants.stream().noneMatch(ProcessHandle::isAlive));
      await(() -> folders.stream().noneMatch(Files::exists));
    } finally {
      // When the test fails: one who stays would be taken for a worker of the other tests.
      host.destroyForcibly().waitFor();
      remove(temporary);
    }
  }

  /** A program that runs the endless suite. */
  static final class Host {
    public static void main(String[] args) throws IOException {
      RunPlan plan = plan(Path.of(args[0]), endless(), ForkSettings.of(TestPython.launch()));
      new SuiteRunner().run(plan, new RecordingListener());
    }
  }

  private static boolean hasWorker(ProcessHandle host) {
    return host.descendants()
        .map(process -> Path.of("/proc/" + process.pid() + "/cmdline"))
        .anyMatch(EndingTest::isWorker);
  }

  private static boolean isWorker(Path commandLine) {
    try {
      return Files.readString(commandLine).contains("bridgebench.worker");
    } catch (IOException e) {
      return false; // It has ended.
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static List<Path> foldersOf(ProcessHandle host, Path temporary) {
    try (Stream<Path> files = Files.list(temporary)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(ForkFolder.PREFIX))
          .filter(folder -> isOf(host, folder))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Other builds on the machine have folders of their own.
  private static boolean isOf(ProcessHandle host, Path folder) {
    try {
      return Files.readString(folder.resolve("order.json"))
          .contains("\"hostPid\":" + host.pid() + ",");
    } catch (IOException e) {
      return false;
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        fail("this did not come about within a minute");
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
