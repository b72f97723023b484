package bridgebench.bridge.task;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.bridge.worker.StartedWorker;
import bridgebench.bridge.worker.WorkerStarter;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the figure of a task with a worker of its own has in it. */
class FreshWorkerTimeTest {
  private static final Path FUNCTIONS = Path.of("src/test/resources/faults/functions.py");
  private static final Duration BEFORE = Duration.ofMillis(500);
  private static final Duration END = Duration.ofMillis(500);

  @ParameterizedTest
  @CsvSource({"cold, pipe, stdio", "daemon, unix, -"})
  void beginsWhenTheProcessIsAskedForAndEndsBeforeTheWorkerDoes(
      String start, String transport, String pipe) {
    Scenario scenario =
        TestScenarios.udf(
            Axis.START,
            start,
            Axis.TRANSPORT,
            transport,
            Axis.PIPE,
            pipe,
            Axis.FUNCTION,
            FUNCTIONS.toAbsolutePath() + ":ends_slowly");
    BridgeSettings settings = TestScenarios.settings();
    RowPlan plan = RowPlan.of(scenario, settings);
    WorkerStarter starter = new Hesitating(Starters.of(scenario, settings));

    try (UdfSession session = WorkerSession.open(scenario, plan, starter)) {
      long begin = System.nanoTime();
      TaskReport report = session.runTask();
      long leftOut = System.nanoTime() - begin - report.durationNanos();

      assertThat(Duration.ofNanos(leftOut)).isGreaterThanOrEqualTo(BEFORE.plus(END));
    }
  }

  /** Takes its time before it asks for the process, as making a folder and a socket may. */
  private record Hesitating(WorkerStarter starter) implements WorkerStarter {
    @Override
    public StartedWorker start() {
      LockSupport.parkNanos(BEFORE.toNanos());
      return starter.start();
    }

    @Override
    public void close() {
      starter.close();
    }
  }
}
