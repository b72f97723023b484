package bridgebench.bridge.task;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.bridge.task.WorkerStarts.StartReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerStartsTest {

  @ParameterizedTest
  @CsvSource({"unix,", "tcp,", "pipe,stdio", "pipe,named"})
  void aColdStartIsTimedInPartsOverEveryTransport(String transport, String pipe) {
    try (WorkerStarts starts = open("cold", transport, pipe)) {
      StartReport report = starts.startOnce();
      assertThat(starts.clock()).hasValueSatisfying(clock -> assertThat(clock.verified()).isTrue());
      assertThat(report.partNanos())
          .containsOnlyKeys(
              "spawn", "interpreter", "imports", "connect", "function", "first-batch");
      assertThat(report.partNanos().values()).allMatch(nanos -> nanos >= 0);
      assertThat(report.partNanos().get("interpreter")).isPositive();
      assertThat(report.firstTaskNanos()).hasSize(3).allMatch(nanos -> nanos > 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"unix,", "tcp,", "pipe,named"})
  void aForkedStartHasNoInterpreterToBringUp(String transport, String pipe) {
    try (WorkerStarts starts = open("daemon", transport, pipe)) {
      assertThat(starts.startOnce().partNanos())
          .containsOnlyKeys("spawn", "imports", "connect", "function", "first-batch");
      assertThat(starts.startOnce().firstTaskNanos()).hasSize(3);
    }
  }

  @Test
  void aReusedWorkerHasOnlyItsFirstBatchToWaitFor() {
    try (WorkerStarts starts = open("reuse", "unix", null)) {
      assertThat(starts.startOnce().partNanos()).containsOnlyKeys("first-batch");
      assertThat(starts.startOnce().firstTaskNanos()).hasSize(3);
      assertThat(starts.workerVersions()).containsKey("python");
    }
  }

  private static WorkerStarts open(String start, String transport, String pipe) {
    return WorkerStarts.open(
        TestScenarios.starts(start, transport, pipe), TestScenarios.settings());
  }
}
