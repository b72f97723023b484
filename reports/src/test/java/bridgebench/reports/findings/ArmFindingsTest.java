package bridgebench.reports.findings;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of a single arm. */
class ArmFindingsTest {

  @Test
  void twoLevelsAreToldWithTheOneThatHoldsTheMedian() {
    assertThat(levels(8, 2)).endsWith("; their median is of the faster level.");
    assertThat(levels(3, 9)).endsWith("; their median is of the slower level.");
    assertThat(levels(6, 6)).endsWith("; their median describes neither.");
  }

  /** Durations are summed over the threads that call at once. */
  @Test
  void theTimelineOfThreadsThatCallAtOnceIsNoLongerThanTheirTime() {
    ForkRecord fork =
        SyntheticRuns.of(SyntheticSuites.everything(1), 1).journal().forks().stream()
            .filter(record -> record.latencyMaximaNanos().containsKey("residence"))
            .findFirst()
            .orElseThrow();
    Scenario calls = call("8");
    List<IntervalMaximum> timeline =
        new ArmBuilder(calls, List.of(fork))
            .build()
            .figures()
            .latency()
            .get("residence")
            .timeline();

    double whole = fork.measurement().stream().mapToDouble(IterationRecord::durationNanos).sum();
    assertThat(timeline.get(timeline.size() - 1).endNanos()).isEqualTo(whole / 8);
  }

  @Test
  void aRateOfBytesHasThePrefixesOfTheTables() {
    assertThat(Wording.amount(Metric.SENT_BYTES_PER_SECOND, 2.5e9)).isEqualTo("2.5 GB a second");
    assertThat(Wording.amount(Metric.CALLS_PER_SECOND, 65_000)).isEqualTo("65,000 calls a second");
    assertThat(Wording.bytes(1 << 20)).isEqualTo("1 MiB");
  }

  private static String levels(int fast, int slow) {
    List<IterationRecord> iterations =
        IntStream.range(0, fast + slow)
            .mapToObj(i -> iteration((i < fast ? 1_000_000 : 2_000_000) + 1_000 * i))
            .toList();
    ForkRecord example =
        SyntheticRuns.of(SyntheticSuites.everything(1), 1).journal().forks().get(0);
    ForkRecord fork =
        new ForkRecord(
            example.scenarioId(),
            0,
            0,
            example.startedAt(),
            example.elapsedNanos(),
            null,
            List.of(),
            iterations,
            Map.of(),
            Map.of(),
            List.of(),
            null,
            Map.of(),
            Map.of(),
            Map.of());
    Arm arm = new ArmBuilder(call("1"), List.of(fork)).build();
    return new ArmFindings(List.of(arm), Arm::id).groups().get(0).sentence();
  }

  private static IterationRecord iteration(long nanos) {
    return new IterationRecord(
        1, nanos, 0, 0, 0, 1, Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
  }

  private static Scenario call(String threads) {
    return SyntheticRuns.scenario(
        Map.of(Axis.PATH, "call", Axis.CALL, "static", Axis.THREADS, threads));
  }
}
