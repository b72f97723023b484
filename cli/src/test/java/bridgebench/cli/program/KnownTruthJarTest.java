package bridgebench.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.cli.program.Invocation.Ended;
import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.ComparisonResult;
import bridgebench.reports.findings.FindingKind;
import bridgebench.reports.findings.Metric;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.reports.findings.Verdict;
import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.run.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A difference and response times that are known beforehand, measured and found. Takes a minute and
 * wants a quiet machine, so it runs when asked for: {@code -Dbridgebench.live=true}.
 */
@Tag("live")
@EnabledIfSystemProperty(named = "bridgebench.live", matches = "true")
class KnownTruthJarTest {
  /** Half a millisecond more in each of the ten batches of a task. */
  private static final double ADDED_NANOS = 10 * 500_000;

  @TempDir Path folder;

  @Test
  void halfAMillisecondMoreABatchIsFoundSlowerByWhatItMustBe() throws IOException {
    Ended ended =
        new Invocation(folder)
            .run(
                Stream.concat(
                        Stream.of("run", "known-truth", "--seed", "7"),
                        Invocation.pythonOption().stream())
                    .toArray(String[]::new));
    assertThat(ended.status()).as(ended.err()).isZero();
    Path run = Path.of(ended.out().strip()).getParent();

    RunAnalysis analysis = RunAnalysis.of(Journal.read(run));
    ComparisonResult result = analysis.questions().get(0).comparisons().get(0);
    double baselineNanos = taskNanos(analysis, result.baselineId());
    Figure ratio = Objects.requireNonNull(result.speedRatio());
    assertThat(result.verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(baselineNanos / (baselineNanos + ADDED_NANOS)).isBetween(ratio.low(), ratio.high());

    assertThat(medianResponseNanos(analysis, "batchesPerSecond=100")).isBetween(5e6, 6.5e6);
    assertThat(analysis.questions().get(1).findings())
        .filteredOn(finding -> finding.kind() == FindingKind.OVERLOAD)
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.evidence().get("batchesPerSecond")).isBetween(150.0, 200.0));

    Ended compared =
        new Invocation(folder)
            .run("compare", run.toString(), run.toString(), "--fail-on", "slower>0%");
    assertThat(compared.status()).as(compared.out()).isZero();
    assertThat(compared.out()).doesNotContain("**slower**", "**faster**");
  }

  private static double medianResponseNanos(RunAnalysis run, String word) {
    Arm arm = run.arms().stream().filter(a -> a.id().contains(word)).findFirst().orElseThrow();
    return Objects.requireNonNull(arm.figures().get(Metric.RESPONSE_NANOS)).median();
  }

  private static double taskNanos(RunAnalysis run, String id) {
    Arm arm = run.arms().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    return Objects.requireNonNull(arm.figures().get(Metric.TASK_NANOS)).median();
  }
}
