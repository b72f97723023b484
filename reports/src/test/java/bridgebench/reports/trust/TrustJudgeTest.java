package bridgebench.reports.trust;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.ChangedForks;
import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.scenarios.run.FailureRecord;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.Trust;
import bridgebench.scenarios.run.TrustLevel;
import bridgebench.scenarios.run.TrustReason;
import bridgebench.scenarios.suite.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustJudgeTest {

  /** 5 s on 2 cores, 6 s of them busy. */
  private static final Map<String, Double> QUIET =
      Map.of(
          "machineCpuNanos", 10e9,
          "busyCpuNanos", 6e9,
          "foreignCpuNanos", 0.1e9,
          "stealTicks", 0.0,
          "throttledNanos", 0.0,
          "majorFaults", 3.0,
          "gcNanos", 1e6,
          "loadBefore", 7.0);

  @Test
  void aQuietMachineIsGreenWithoutReasons() {
    assertThat(TrustJudge.of(run(QUIET, QUIET, QUIET, QUIET, QUIET)))
        .isEqualTo(new Trust(TrustLevel.GREEN, List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "foreignCpuNanos, 0.6e9, foreign-cpu, AMBER",
    "foreignCpuNanos, 2.1e9, foreign-cpu, RED",
    "stealTicks, 10, steal, AMBER",
    "stealTicks, 40, steal, RED",
    "throttledNanos, 1e6, throttling, AMBER",
    "throttledNanos, 0.2e9, throttling, RED",
    "thermalThrottleEvents, 1, thermal-throttling, AMBER",
    "majorFaults, 600, major-faults, AMBER",
    "majorFaults, 6000, major-faults, RED"
  })
  void everyDisturbanceOfEveryForkIsToldWithARemedy(
      String noise, double value, String fact, TrustLevel level) {
    Map<String, Double> noisy = with(noise, value);

    Trust trust = TrustJudge.of(run(noisy, noisy, noisy, noisy, noisy));

    assertThat(trust.level()).isEqualTo(level);
    assertThat(trust.reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.fact()).isEqualTo(fact);
              assertThat(reason.level()).isEqualTo(level);
              assertThat(reason.sentence()).endsWith("in 5 of 5 forks.");
              assertThat(reason.remedy()).endsWith(".");
            });
  }

  @Test
  void oneDisturbedForkOfFiveIsAmberAndTwoAreRed() {
    Map<String, Double> noisy = with("foreignCpuNanos", 4.35e9);

    Trust one = TrustJudge.of(run(QUIET, noisy, QUIET, QUIET, QUIET));
    Trust two = TrustJudge.of(run(QUIET, noisy, QUIET, noisy, QUIET));

    assertThat(one.level()).isEqualTo(TrustLevel.AMBER);
    assertThat(one.reasons().get(0).sentence())
        .isEqualTo(
            "Other processes took up to 44 % of the machine's CPU time; more than 5 % in 1 of 5"
                + " forks.");
    assertThat(two.level()).isEqualTo(TrustLevel.RED);
    assertThat(two.reasons().get(0).sentence()).endsWith("more than 20 % in 2 of 5 forks.");
  }

  @Test
  void oneSlightlyDisturbedForkOfFiveChangesNothing() {
    Map<String, Double> noisy = with("foreignCpuNanos", 0.7e9);

    assertThat(TrustJudge.of(run(QUIET, noisy, QUIET, QUIET, QUIET)).level())
        .isEqualTo(TrustLevel.GREEN);
  }

  @Test
  void reasonsComeWorstFirst() {
    Map<String, Double> noisy = new TreeMap<>(QUIET);
    noisy.put("foreignCpuNanos", 1e9);
    noisy.put("stealTicks", 100.0);

    assertThat(TrustJudge.of(run(noisy)).reasons())
        .extracting(TrustReason::fact)
        .containsExactly("steal", "foreign-cpu");
  }

  @Test
  void aSystemWithoutCountersIsNotJudgedButItsOwnCollectorIs() {
    assertThat(TrustJudge.of(run(Map.of("gcNanos", 0.0))).level()).isEqualTo(TrustLevel.UNKNOWN);
    assertThat(TrustJudge.of(run(Map.of("gcNanos", 0.5e9))).level()).isEqualTo(TrustLevel.RED);
  }

  @Test
  void collectionsThatADriverAsksForBetweenOperationsAreNoNoise() {
    List<ForkRecord> forks =
        SyntheticRuns.of(SyntheticSuites.driver(1), 1).journal().forks().stream()
            .filter(fork -> fork.scenarioId().startsWith("to-pandas/"))
            .map(fork -> ChangedForks.withNoise(fork, Map.of("gcNanos", 1e12)))
            .toList();

    assertThat(forks).isNotEmpty();
    assertThat(TrustJudge.of(journal(forks)).reasons()).isEmpty();
  }

  @Test
  void collectionsBesideTheFirstTasksOfFreshWorkersAreNoNoise() {
    Question starts = SyntheticSuites.workerStarts(SyntheticSuites.timing(1));
    List<ForkRecord> forks =
        SyntheticRuns.of(SyntheticSuites.suite("s", null, starts), 1).journal().forks().stream()
            .map(fork -> ChangedForks.withNoise(fork, Map.of("gcNanos", 1e12)))
            .toList();

    assertThat(forks).isNotEmpty();
    assertThat(TrustJudge.of(journal(forks)).reasons()).isEmpty();
  }

  @Test
  void theLoadCountsOnlyBeforeTheFirstForkAndOnlyWhereNothingBetterIsKnown() {
    Map<String, Double> idle = Map.of("loadBefore", 0.1);
    Map<String, Double> busy = Map.of("loadBefore", 7.0);

    assertThat(TrustJudge.of(run(idle, busy, busy)).level()).isEqualTo(TrustLevel.GREEN);
    assertThat(TrustJudge.of(run(busy, idle, idle)).level()).isEqualTo(TrustLevel.RED);
    assertThat(TrustJudge.of(run(QUIET, QUIET, QUIET)).level()).isEqualTo(TrustLevel.GREEN);
  }

  @Test
  void aCoreThatClocksSlowerThanInTheOtherForksIsAmber() {
    Map<String, Double> usual = with("cpuMegahertz", 3_000);
    Map<String, Double> slow = with("cpuMegahertz", 2_700);

    assertThat(TrustJudge.of(run(usual, usual, usual, usual, usual)).level())
        .isEqualTo(TrustLevel.GREEN);
    assertThat(TrustJudge.of(run(usual, slow, usual, slow, usual)).reasons())
        .singleElement()
        .satisfies(
            reason ->
                assertThat(reason.sentence())
                    .isEqualTo(
                        "The fastest core's clock was up to 10 % below that of the median fork;"
                            + " more than 5 % in 2 of 5 forks."));
  }

  @Test
  void aMachineThatIsSlowAtTheSameWorkAroundSomeForksIsNoticedWithoutAnyCounter() {
    Map<String, Double> usual = with("fixedWorkNanos", 5e6);
    Map<String, Double> slower = with("fixedWorkNanos", 6e6);
    Map<String, Double> halfAsFast = with("fixedWorkNanos", 10e6);

    assertThat(TrustJudge.of(run(usual, usual, slower, usual, usual)).level())
        .isEqualTo(TrustLevel.GREEN);
    assertThat(TrustJudge.of(run(usual, slower, usual, slower, usual)).reasons())
        .singleElement()
        .satisfies(
            reason ->
                assertThat(reason.sentence())
                    .isEqualTo(
                        "The same piece of work took the machine up to 20 % longer than around the"
                            + " median fork; more than 15 % in 2 of 5 forks."));
    assertThat(TrustJudge.of(run(usual, halfAsFast, usual, halfAsFast, usual)).level())
        .isEqualTo(TrustLevel.RED);
  }

  @Test
  void aForkOfHundredthsOfASecondIsTooShortForShares() {
    ForkRecord fork = fork(0, with("foreignCpuNanos", 9e9), 50_000_000L, 0);

    assertThat(TrustJudge.of(journal(List.of(fork))).level()).isEqualTo(TrustLevel.UNKNOWN);
  }

  @Test
  void threadsThatWaitForCoresMakeItAmberAtWorst() {
    ForkRecord fork = fork(0, QUIET, 5_000_000_000L, 900_000_000L);

    Trust trust = TrustJudge.of(journal(List.of(fork)));

    assertThat(trust.level()).isEqualTo(TrustLevel.AMBER);
    assertThat(trust.reasons().get(0).sentence())
        .isEqualTo(
            "Threads of the bridge waited for a core up to 90 % of their time; more than 10 % in 1"
                + " of 1 fork.");
  }

  @Test
  void forksThatFailedAreNotJudged() {
    ForkRecord noisy = fork(0, with("stealTicks", 500), 5_000_000_000L, 0);
    ForkRecord failed =
        new ForkRecord(
            noisy.scenarioId(),
            1,
            1,
            noisy.startedAt(),
            noisy.elapsedNanos(),
            new FailureRecord("fork-died", "gone", ""),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            null,
            Map.of(),
            Map.of(),
            noisy.noise());

    assertThat(TrustJudge.of(journal(List.of(failed)))).isEqualTo(Trust.UNKNOWN);
  }

  @Test
  void theQueueOfAThreadThatWritesAndReadsIsSetAgainstItsWholeTime() {
    IterationRecord lockstep =
        new IterationRecord(
            1,
            1_000_000_000L,
            1,
            1,
            1,
            1,
            Map.of(),
            Map.of("jvm-writer", 800_000_000L, "jvm-reader", 200_000_000L),
            Map.of("jvm-reader", 100_000_000L),
            Map.of("jvm-reader", 90_000_000L),
            Map.of());

    ForkRecord fork =
        ChangedForks.withMeasurement(fork(0, QUIET, 5_000_000_000L, 0), List.of(lockstep));

    assertThat(TrustJudge.of(journal(List.of(fork))))
        .isEqualTo(new Trust(TrustLevel.GREEN, List.of()));
  }

  private static Map<String, Double> with(String fact, double value) {
    Map<String, Double> noise = new TreeMap<>(QUIET);
    noise.put(fact, value);
    return noise;
  }

  @SafeVarargs
  private static JournalContents run(Map<String, Double>... noiseOfForks) {
    List<ForkRecord> forks = new ArrayList<>();
    for (Map<String, Double> noise : noiseOfForks) {
      forks.add(fork(forks.size(), noise, 5_000_000_000L, 0));
    }
    return journal(forks);
  }

  private static JournalContents journal(List<ForkRecord> forks) {
    JournalContents example = SyntheticRuns.of(SyntheticSuites.everything(1), 1).journal();
    return new JournalContents(example.header(), forks, List.of(), example.end(), List.of());
  }

  /** A second was measured, of which one actor waited some for a core. */
  private static ForkRecord fork(
      int number, Map<String, Double> noise, long elapsedNanos, long runQueueNanos) {
    ForkRecord example =
        SyntheticRuns.of(SyntheticSuites.everything(1), 1).journal().forks().get(0);
    IterationRecord iteration =
        new IterationRecord(
            1,
            1_000_000_000L,
            1,
            1,
            1,
            1,
            Map.of(),
            Map.of("python", 1_000_000_000L),
            Map.of("python", 100_000_000L),
            Map.of("python", runQueueNanos),
            Map.of());
    return new ForkRecord(
        example.scenarioId(),
        number,
        number,
        example.startedAt(),
        elapsedNanos,
        null,
        List.of(),
        List.of(iteration),
        Map.of(),
        Map.of(),
        List.of(),
        null,
        Map.of(),
        Map.of(),
        noise);
  }
}
