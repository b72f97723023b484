package bridgebench.reports.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bridgebench.reports.ChangedForks;
import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.suite.Suite;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatencyTest {

  // Intervals of HdrHistogram's own sample log jHiccup-2.0.7S.logV2.hlog (src/test/resources of
  // HdrHistogram/HdrHistogram, CC0), whose third column is the interval's greatest value in ms; its
  // histograms keep two digits.
  private static final List<String> SAMPLE_LOG =
      List.of(
          "0.126,1.007,1.933,HISTFAAAAEB42pNpmSzMwMAgywABTBDKT4GBgdnNYMcCBvsPEBEjDT0FMTUxMT05LgEh"
              + "PqmIeWxtTAKMTNxM6xmZmAAjcgjc",
          "1.133,1.000,0.377,HISTFAAAADx42pNpmSzMwMAgyQABTBDKT4GBgdnNYMcCBvsPEBEBDQUxCSkJMTEFOSEx"
              + "PhmbR6xfmPQ4GJmYAP4DCJg=",
          "7.134,1.515,960.496,HISTFAAAAJV42pNpmSzMwMDUwAABTBDKT4GBgdnNYMcCBvsPEBEWLi4eNkY2PiYOPh"
              + "YOLgGOLuZjTGLrGZnKgTCYyZrJEoh1mWSZpMFQFkpyM/GCMTKJzOdkYoVCZjgLmc1MhDwzEyMQggl0SH1B"
              + "bEJIgIUJC2AhUoxchSwsLGwsMIBgYRUkQyFBaQ4g4EIl0PlcpKtB4wMAh5wT+Q==");

  @Test
  void theSampleLogsIntervalsHaveTheirPublishedGreatestValues() {
    for (String line : SAMPLE_LOG) {
      String[] columns = line.split(",");
      LatencyFigures latency = latency(List.of(columns[3]));
      double published = 1e6 * Double.parseDouble(columns[2]);
      assertThat(latency.maximumNanos()).isCloseTo(published, within(1_000.0));
    }
    LatencyFigures all = latency(SAMPLE_LOG.stream().map(line -> line.split(",")[3]).toList());
    assertThat(all.maximumNanos()).isCloseTo(960.496e6, within(1_000.0));
  }

  @Test
  void forksAreMergedAndNotAveraged() {
    String fast = encoded(LongStream.rangeClosed(1, 900).map(i -> 1_000));
    String slow = encoded(LongStream.rangeClosed(1, 100).map(i -> 50_000));
    LatencyFigures latency = latency(List.of(fast, slow));
    assertThat(latency.samples()).isEqualTo(1_000);
    assertThat(latency.percentiles().get("p50").median()).isCloseTo(1_000, within(1.0));
    assertThat(latency.percentiles().get("p90").median()).isCloseTo(1_000, within(1.0));
    assertThat(latency.percentiles().get("p99").median()).isCloseTo(50_000, within(100.0));
  }

  @Test
  void percentilesStopWhereFewerThanTenSamplesLieBeyond() {
    LatencyFigures thousand = latency(List.of(encoded(LongStream.rangeClosed(1, 1_000))));
    assertThat(thousand.percentiles()).containsOnlyKeys("p50", "p90", "p99");
    LatencyFigures fewer = latency(List.of(encoded(LongStream.rangeClosed(1, 999))));
    assertThat(fewer.percentiles()).containsOnlyKeys("p50", "p90");
    assertThat(thousand.curve())
        .allSatisfy(point -> assertThat(point.percentile()).isLessThanOrEqualTo(99))
        .extracting(PercentilePoint::nanos)
        .isSorted();
    assertThat(thousand.maximumNanos()).isCloseTo(1_000, within(1.0));
  }

  @Test
  void aPercentilesIntervalHoldsIt() {
    Suite suite =
        SyntheticSuites.suite("s", null, SyntheticSuites.modes(SyntheticSuites.timing(5)));
    RunAnalysis run = RunAnalysis.of(SyntheticRuns.of(suite, 1).journal());
    assertThat(run.arms())
        .allSatisfy(
            arm ->
                assertThat(arm.figures().latency().get("residence").percentiles().values())
                    .isNotEmpty()
                    .allSatisfy(
                        figure -> {
                          assertThat(figure.low()).isLessThanOrEqualTo(figure.median());
                          assertThat(figure.high()).isGreaterThanOrEqualTo(figure.median());
                        }));
  }

  @Test
  void theTimelineHoldsTheGreatestOfEachIterationForkByFork() {
    Suite suite =
        SyntheticSuites.suite("s", null, SyntheticSuites.modes(SyntheticSuites.timing(3)));
    JournalContents journal = SyntheticRuns.of(suite, 1).journal();
    String id = suite.scenarios().get(0).scenario().id();
    RunAnalysis run = RunAnalysis.of(journal);
    List<IntervalMaximum> timeline =
        run.arms().get(0).figures().latency().get("residence").timeline();
    List<ForkRecord> forks =
        journal.forks().stream()
            .filter(fork -> fork.scenarioId().equals(id))
            .sorted(Comparator.comparingInt(ForkRecord::fork))
            .toList();
    assertThat(timeline.stream().map(IntervalMaximum::nanos))
        .containsExactlyElementsOf(
            forks.stream()
                .flatMap(fork -> fork.latencyMaximaNanos().get("residence").stream())
                .map(Long::doubleValue)
                .toList());
    assertThat(timeline.get(timeline.size() - 1).endNanos())
        .isEqualTo(
            forks.stream()
                .flatMap(fork -> fork.measurement().stream())
                .mapToDouble(IterationRecord::durationNanos)
                .sum());
    assertThat(timeline).extracting(IntervalMaximum::endNanos).isSorted();
  }

  @Test
  void awaitedAnswersAreToldWithTheirMedianAndTail() {
    String fast = encoded(LongStream.rangeClosed(1, 980).map(i -> 80_000));
    String slow = encoded(LongStream.rangeClosed(1, 20).map(i -> 400_000));
    assertThat(analysis(List.of(fast, slow)).questions().get(0).findings())
        .filteredOn(finding -> finding.kind() == FindingKind.LATENCY)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.sentence())
                  .contains("Half of the batches are answered within 80.1 µs (")
                  .contains("99 in 100 within 400 µs (");
              assertThat(finding.evidence().get("medianNanos")).isCloseTo(80_063, within(64.0));
            });
  }

  @Test
  void aWriterThatRunsAheadIsNotToldAsLatency() {
    Suite suite =
        SyntheticSuites.suite("s", null, SyntheticSuites.modes(SyntheticSuites.timing(3)));
    RunAnalysis run = RunAnalysis.of(SyntheticRuns.of(suite, 1).journal());
    assertThat(run.questions().get(0).findings())
        .isNotEmpty()
        .noneMatch(finding -> finding.kind() == FindingKind.LATENCY);
  }

  @Test
  void aDamagedHistogramIsNamed() {
    assertThatThrownBy(() -> latency(List.of("bm90IGEgaGlzdG9ncmFt")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kind 'service' in fork 0 of ");
  }

  private static String encoded(LongStream nanos) {
    Histogram histogram = new Histogram(3);
    nanos.forEach(histogram::recordValue);
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    byte[] bytes = new byte[histogram.encodeIntoCompressedByteBuffer(buffer)];
    buffer.flip();
    buffer.get(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static LatencyFigures latency(List<String> histograms) {
    return analysis(histograms).arms().get(0).figures().latency().get("service");
  }

  /** What the report says of an arm whose forks have these histograms of awaited answers. */
  private static RunAnalysis analysis(List<String> histograms) {
    Suite suite =
        SyntheticSuites.suite(
            "s", null, SyntheticSuites.modes(SyntheticSuites.timing(histograms.size())));
    String id = suite.scenarios().get(0).scenario().id();
    JournalContents journal = SyntheticRuns.of(suite, 1).journal();
    List<ForkRecord> forks = new ArrayList<>();
    for (ForkRecord fork : journal.forks()) {
      if (fork.scenarioId().equals(id)) {
        forks.add(ChangedForks.withLatency(fork, Map.of("service", histograms.get(fork.fork()))));
      }
    }
    JournalContents replaced =
        new JournalContents(journal.header(), forks, List.of(), journal.end(), List.of());
    return RunAnalysis.of(replaced);
  }
}
