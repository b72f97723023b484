package bridgebench.reports.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.reports.SyntheticTruth;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.RunFile;
import bridgebench.scenarios.run.ScenarioOutcome;
import bridgebench.scenarios.run.ScenarioStatus;
import bridgebench.scenarios.suite.Suite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunAnalysisTest {

  private static final long SEED = 7;

  private final Suite everything = SyntheticSuites.everything(5);

  @Test
  void anArmsThroughputHoldsWhatWasPutIn() {
    RunAnalysis run = RunAnalysis.of(SyntheticRuns.of(everything, SEED).journal());
    SyntheticTruth truth = new SyntheticTruth();
    long held =
        run.arms().stream()
            .filter(arm -> holds(arm.figures().get(Metric.TASK_NANOS), truth, arm.scenario()))
            .count();
    // 95 % intervals: of some 50 arms a few miss.
    assertThat((double) held / run.arms().size()).isGreaterThan(0.85);
  }

  private static boolean holds(Figure figure, SyntheticTruth truth, Scenario scenario) {
    double nanos = truth.operationNanos(scenario);
    return figure.low() <= nanos && nanos <= figure.high();
  }

  @Test
  void rowsASecondAreOverAllWorkers() {
    Map<Axis, String> words = SyntheticSuites.udf();
    words.put(Axis.WORKERS, "2");
    Suite suite =
        SyntheticSuites.suite(
            "workers",
            null,
            SyntheticSuites.question(
                "q", "?", words, Map.of(), null, null, SyntheticSuites.timing(5)));
    Arm arm =
        RunAnalysis.of(
                SyntheticRuns.of(suite, SEED)
                    .truth(new SyntheticTruth().forkSpread(0).iterationSpread(0))
                    .journal())
            .arms()
            .get(0);
    double taskNanos = arm.figures().get(Metric.TASK_NANOS).median();
    double rowsPerSecond = arm.figures().get(Metric.ROWS_PER_SECOND).median();
    assertThat(rowsPerSecond).isCloseTo(2 * 1_000_000 * 1e9 / taskNanos, within(10.0));
  }

  @Test
  void whatStagesLeaveOfTheWallTimeIsUnaccounted() {
    RunAnalysis run = RunAnalysis.of(SyntheticRuns.of(everything, SEED).journal());
    Arm arrow = arm(run, "arrow", "unix", "batchRows=10000", "rows=1000000");
    ActorTime python = arrow.figures().actors().get("python");
    double stages =
        arrow.figures().stageNanos().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("python."))
            .mapToDouble(entry -> entry.getValue().median())
            .sum();
    assertThat(python.unaccountedNanos().median())
        .isCloseTo(python.wallNanos().median() - stages, within(0.01 * stages));
    assertThat(python.unaccountedNanos().median() / python.wallNanos().median())
        .isCloseTo(0.05, within(0.001));
  }

  @Test
  void stagesComeInTheOrderInWhichTheyHappen() {
    RunAnalysis run = RunAnalysis.of(SyntheticRuns.of(everything, SEED).journal());
    assertThat(arm(run, "worker-start", "cold").figures().stageNanos().keySet())
        .containsExactly("spawn", "interpreter", "imports", "connect", "function", "first-batch");
    assertThat(arm(run, "worker-start", "cold").figures().firstTaskNanos()).hasSize(10);
  }

  @Test
  void stagesOfTheDriverDoToo() {
    Suite driver = SyntheticSuites.driver(2);
    RunAnalysis run = RunAnalysis.of(SyntheticRuns.of(driver, SEED).journal());
    assertThat(arm(run, "to-pandas", "pickle").figures().stageNanos().keySet())
        .containsExactly(
            "python.plan", "python.read", "python.rows", "python.cycle-search", "python.to-pandas");
  }

  @Test
  void aFailedScenarioKeepsItsErrorAndItsPlace() {
    RunAnalysis run = RunAnalysis.of(SyntheticRuns.everything(SEED));
    Arm failed =
        run.failedArms().stream().filter(arm -> arm.forks().isEmpty()).findFirst().orElseThrow();
    assertThat(failed.status()).isEqualTo(ScenarioStatus.FAILED);
    assertThat(failed.failure().message()).contains("ValueError");
    QuestionAnalysis modes = run.questions().get(0);
    assertThat(modes.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(FindingKind.FAILURE);
              assertThat(finding.scenarioIds()).containsExactly(failed.id());
            });
    assertThat(modes.comparisons())
        .filteredOn(comparison -> comparison.candidateId().equals(failed.id()))
        .singleElement()
        .satisfies(
            comparison -> {
              assertThat(comparison.verdict()).isEqualTo(Verdict.NOT_COMPARED);
              assertThat(comparison.sentence()).contains("arrow failed");
            });
  }

  @Test
  void oneFailedForkFailsItsScenarioAndTheOthersStillCount() {
    JournalContents journal =
        SyntheticRuns.of(everything, SEED)
            .failingFork(everything.scenarios().get(0).scenario().id(), 3)
            .journal();
    Arm arm = RunAnalysis.of(journal).arms().get(0);
    assertThat(arm.status()).isEqualTo(ScenarioStatus.FAILED);
    assertThat(arm.forks()).extracting(ForkTrace::fork).containsExactly(0, 1, 2, 4);
    assertThat(arm.figures().get(Metric.ROWS_PER_SECOND)).isNotNull();
  }

  @Test
  void anInterruptedRunHasSkippedScenariosAndProvisionalOnes() {
    RunAnalysis run =
        RunAnalysis.of(SyntheticRuns.of(everything, SEED).interruptedAfter(60).journal());
    assertThat(run.facts().outcome()).isEqualTo("interrupted");
    assertThat(run.arms()).extracting(Arm::status).contains(ScenarioStatus.SKIPPED);
    assertThat(run.questions()).allMatch(QuestionAnalysis::provisional);
  }

  @Test
  void theSuitesNoteIsCarried() {
    RunAnalysis run = RunAnalysis.of(SyntheticRuns.of(everything, SEED).journal());
    assertThat(run.facts().note()).isEqualTo("quick: not for publication");
  }

  @Test
  void theOrderOfForksInTheJournalDoesNotMatter() {
    JournalContents journal = SyntheticRuns.everything(SEED);
    List<ForkRecord> reversed = new ArrayList<>(journal.forks());
    Collections.reverse(reversed);
    JournalContents other =
        new JournalContents(
            journal.header(), reversed, journal.resumedOn(), journal.end(), journal.warnings());
    assertThat(RunAnalysis.of(other).arms()).isEqualTo(RunAnalysis.of(journal).arms());
    assertThat(RunAnalysis.of(other).questions()).isEqualTo(RunAnalysis.of(journal).questions());
  }

  @Test
  void runJsonHoldsEveryScenarioAndComesBackTheSame(@TempDir Path folder) throws Exception {
    RunFile file = RunAnalysis.of(SyntheticRuns.everything(SEED)).toRunFile();
    file.write(folder.resolve("run.json"));
    RunFile read = RunFile.read(folder.resolve("run.json"));
    assertThat(read.scenarios()).isEqualTo(file.scenarios());
    assertThat(read.statisticsVersion()).isEqualTo(RunAnalysis.STATISTICS_VERSION);
    assertThat(read.scenarios()).hasSameSizeAs(everything.scenarios());
    ScenarioOutcome udf = read.scenarios().get(1);
    assertThat(udf.axes()).containsEntry("path", "udf").containsEntry("batchRows", "10000");
    assertThat(udf.figures())
        .containsKeys("rowsPerSecond", "sentBytesPerSecond", "receivedBytesPerSecond", "taskNanos");
    assertThat(udf.latencyNanos().get("residence")).containsKeys("50", "99", "99.9", "max");
    assertThat(udf.stageNanos()).containsKey("python.compute");
    assertThat(udf.peakMemoryBytes()).containsKeys("python", "python.arrowPool", "jvm.arrow");
    assertThat(udf.retainedMemoryBytes()).containsOnlyKeys("python", "python.arrowPool");
    assertThat(udf.peakMemoryBytes().get("python.arrowPool").median()).isEqualTo(1_500_000);
    assertThat(udf.retainedMemoryBytes().get("python.arrowPool").median()).isEqualTo(1_000_000);
  }

  @Test
  void aChangedEnvironmentAfterAResumptionIsSaid() {
    JournalContents journal = SyntheticRuns.of(everything, SEED).journal();
    JournalContents resumed =
        new JournalContents(
            journal.header(),
            journal.forks(),
            List.of(SyntheticRuns.machine("another CPU")),
            journal.end(),
            List.of());
    assertThat(RunAnalysis.of(resumed).facts().environmentChanges())
        .singleElement()
        .asString()
        .contains("cpu.model", "another CPU");
  }

  private static Arm arm(RunAnalysis run, String... words) {
    return run.arms().stream()
        .filter(arm -> List.of(arm.id().split("/")).containsAll(List.of(words)))
        .findFirst()
        .orElseThrow();
  }
}
