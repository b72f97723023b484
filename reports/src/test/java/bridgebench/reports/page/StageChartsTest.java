package bridgebench.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.ChangedForks;
import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.reports.chart.SegmentChartData;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import bridgebench.scenarios.run.JournalContents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StageChartsTest {

  @Test
  void theSharesOfATaskAddUpToNoMoreThanTheWholeWhenAnIterationTakesMuchLonger() {
    JournalContents journal =
        SyntheticRuns.of(
                SyntheticSuites.suite("s", null, SyntheticSuites.modes(SyntheticSuites.timing(5))),
                1)
            .journal();
    List<ForkRecord> forks = journal.forks().stream().map(StageChartsTest::withASlowEnd).toList();
    RunAnalysis run =
        RunAnalysis.of(
            new JournalContents(journal.header(), forks, List.of(), journal.end(), List.of()));

    SegmentChartData chart =
        (SegmentChartData) StageCharts.of(run.questions().get(0)).get(0).data();

    assertThat(chart.rows())
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(
                        row.segments().stream().mapToDouble(SegmentChartData.Segment::length).sum())
                    .isBetween(0.0, 1.02));
  }

  private static ForkRecord withASlowEnd(ForkRecord fork) {
    List<IterationRecord> measured = new ArrayList<>(fork.measurement());
    measured.add(slower(measured.remove(measured.size() - 1)));
    return ChangedForks.withMeasurement(fork, measured);
  }

  private static IterationRecord slower(IterationRecord one) {
    return new IterationRecord(
        one.operations(),
        5 * one.durationNanos(),
        one.rows(),
        one.sentBytes(),
        one.receivedBytes(),
        one.batches(),
        slower(one.stageNanos()),
        slower(one.wallNanos()),
        slower(one.cpuNanos()),
        slower(one.runQueueNanos()),
        one.memoryBytes());
  }

  private static Map<String, Long> slower(Map<String, Long> nanos) {
    Map<String, Long> slower = new TreeMap<>();
    nanos.forEach((name, amount) -> slower.put(name, 5 * amount));
    return slower;
  }
}
