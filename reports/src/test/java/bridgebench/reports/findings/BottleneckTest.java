package bridgebench.reports.findings;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.ChangedForks;
import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.suite.Suite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BottleneckTest {

  @Test
  void theBusyActorIsNamedWithItsLongestStage() {
    Finding finding = Bottleneck.of(arm(0.04, 0.95), "arrow, unix").orElseThrow();
    assertThat(finding.sentence())
        .startsWith("In arrow, unix, Python is the bottleneck: it computes for 95 %")
        .contains("its longest stage is ");
    assertThat(finding.evidence()).containsKeys("busyShare", "stageShare");
  }

  @Test
  void noneIsNamedWhileAnActorWaitsForACore() {
    Finding finding = Bottleneck.of(arm(0.11, 0.95), "arrow, unix").orElseThrow();
    assertThat(finding.sentence())
        .isEqualTo(
            "No bottleneck is named for arrow, unix: Python waits for a core 11 % of its time.");
  }

  @Test
  void noneIsNamedWhereNobodyIsBusyAllTheTime() {
    Finding finding = Bottleneck.of(arm(0.02, 0.6), "arrow, unix").orElseThrow();
    assertThat(finding.sentence()).startsWith("No actor is busy all the time in arrow, unix");
  }

  @Test
  void nothingIsSaidWhereWaitingWasNotRecorded() {
    Arm arm = arm(0.02, 0.95);
    Map<String, ActorTime> actors = new LinkedHashMap<>(arm.figures().actors());
    ActorTime python = actors.get("python");
    actors.put(
        "python",
        new ActorTime(python.wallNanos(), python.cpuNanos(), null, null, Double.NaN, Double.NaN));
    assertThat(Bottleneck.of(with(arm, actors), "arrow, unix")).isEmpty();
  }

  /** One thread writes and reads: its CPU time is the reader's, its wall time that of both. */
  @Test
  void theOneThreadOfALockstepTaskMayBeTheBottleneck() {
    Suite suite =
        SyntheticSuites.suite("s", null, SyntheticSuites.modes(SyntheticSuites.timing(3)));
    JournalContents journal = SyntheticRuns.of(suite, 1).journal();
    List<ForkRecord> forks = journal.forks().stream().map(BottleneckTest::onOneThread).toList();
    RunAnalysis run =
        RunAnalysis.of(
            new JournalContents(journal.header(), forks, List.of(), journal.end(), List.of()));

    Finding finding = Bottleneck.of(run.arms().get(11), "lockstep").orElseThrow();
    assertThat(finding.sentence())
        .startsWith("In lockstep, the JVM's one thread is the bottleneck: it computes for 90 %")
        .contains("; its longest stage is write, ");
  }

  private static ForkRecord onOneThread(ForkRecord fork) {
    return ChangedForks.withMeasurement(
        fork, fork.measurement().stream().map(BottleneckTest::onOneThread).toList());
  }

  private static IterationRecord onOneThread(IterationRecord iteration) {
    long duration = iteration.durationNanos();
    return new IterationRecord(
        iteration.operations(),
        duration,
        iteration.rows(),
        iteration.sentBytes(),
        iteration.receivedBytes(),
        iteration.batches(),
        iteration.stageNanos(),
        Map.of(
            "jvm-writer", 7 * duration / 10,
            "jvm-reader", 3 * duration / 10,
            "python", duration),
        Map.of("jvm-reader", 9 * duration / 10, "python", duration / 2),
        // A fifth of the reader's part, and less than a tenth of the thread.
        Map.of("jvm-reader", 6 * duration / 100, "python", 0L),
        iteration.memoryBytes());
  }

  private static Arm arm(double runQueueShare, double pythonBusyShare) {
    Suite suite =
        SyntheticSuites.suite("s", null, SyntheticSuites.modes(SyntheticSuites.timing(2)));
    Arm arm = RunAnalysis.of(SyntheticRuns.of(suite, 1).journal()).arms().get(11);
    Map<String, ActorTime> actors = new LinkedHashMap<>();
    arm.figures()
        .actors()
        .forEach(
            (actor, time) -> {
              double wall = time.wallNanos().median();
              double busy = actor.equals("python") ? pythonBusyShare : 0.4;
              double waits = actor.equals("python") ? runQueueShare : 0.01;
              actors.put(
                  actor,
                  new ActorTime(
                      time.wallNanos(),
                      exactly(busy * wall),
                      exactly(waits * wall),
                      time.unaccountedNanos(),
                      busy,
                      waits));
            });
    return with(arm, actors);
  }

  private static Figure exactly(double value) {
    return new Figure(value, value, value);
  }

  private static Arm with(Arm arm, Map<String, ActorTime> actors) {
    Figures figures = arm.figures();
    return new Arm(
        arm.scenario(),
        arm.status(),
        arm.failure(),
        arm.failedForks(),
        arm.forks(),
        new Figures(
            figures.byMetric(),
            figures.meanNanos(),
            figures.latency(),
            figures.stageNanos(),
            actors,
            figures.memoryBytes(),
            figures.firstTaskNanos()),
        arm.variation(),
        arm.effective(),
        arm.workerVersions(),
        arm.resultChecksum());
  }
}
