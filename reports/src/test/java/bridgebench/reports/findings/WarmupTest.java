package bridgebench.reports.findings;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.TrustLevel;
import bridgebench.scenarios.suite.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmupTest {

  @Test
  void aForkIsClassifiedByHowItsLevelGoes() {
    assertThat(classOf(nanos(10, 10.1, 9.9, 10, 10.05), nanos(10, 9.95, 10.1, 10, 9.9)))
        .isEqualTo(WarmupClass.FLAT);
    assertThat(classOf(nanos(30, 20, 10.1, 10, 10), nanos(10, 9.95, 10.1, 10, 9.9)))
        .isEqualTo(WarmupClass.WARMED_UP);
    assertThat(classOf(nanos(8, 8.1, 8, 10, 10), nanos(10, 9.95, 10.1, 10, 9.9)))
        .isEqualTo(WarmupClass.SLOWED_DOWN);
    assertThat(classOf(nanos(20, 19.9, 20, 20.1, 20), nanos(20, 20.1, 10, 10.1, 10)))
        .isEqualTo(WarmupClass.WARMING);
    assertThat(classOf(nanos(10, 10.1, 10, 9.9, 10), nanos(10, 10.1, 20, 20.1, 20)))
        .isEqualTo(WarmupClass.SLOWING);
    assertThat(
            classOf(nanos(10, 10.1, 10, 9.9, 10), nanos(10, 10.1, 10, 20, 20.1, 20, 10, 10.1, 10)))
        .isEqualTo(WarmupClass.NO_STEADY_STATE);
    assertThat(classOf(nanos(10, 10), nanos(10, 10))).isEqualTo(WarmupClass.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"0.01, 1", "0.03, 1", "0.1, 1", "0.01, 0", "0.03, 0", "0.1, 0"})
  void aSteadyForkIsCalledUnsteadyLessThanOnceInFifty(double noise, double excess) {
    Random random = new Random(6);
    for (int[] iterations : new int[][] {{4, 4}, {5, 5}, {5, 10}}) {
      int unsteady = 0;
      for (int draw = 0; draw < 2_000; draw++) {
        double[] warmup = new double[iterations[0]];
        for (int i = 0; i < warmup.length; i++) {
          warmup[i] = (1 + excess * Math.pow(0.5, i)) * (1 + noise * random.nextGaussian());
        }
        double[] measured =
            DoubleStream.generate(() -> 1 + noise * random.nextGaussian())
                .limit(iterations[1])
                .toArray();
        unsteady += WarmupClassifier.classify(warmup, measured).steady() ? 0 : 1;
      }
      assertThat(unsteady / 2_000.0).isLessThan(0.02);
    }
  }

  @Test
  void aRunWhoseForksChangeTheirSpeedIsAmber() {
    RunAnalysis analysis = analyze(nanos(20, 20, 20, 20.1, 20), nanos(20, 20.1, 10, 10.1, 10));

    assertThat(analysis.trust().reasons())
        .filteredOn(reason -> reason.fact().equals("steady-state"))
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.level()).isEqualTo(TrustLevel.AMBER);
              assertThat(reason.sentence())
                  .startsWith("Forks changed their speed while they were measured, by up to 100 %")
                  .endsWith("in 1 of 1 fork.");
            });
    assertThat(analyze(nanos(20, 10, 10), nanos(10, 10.1, 9.9, 10)).trust().reasons()).isEmpty();
  }

  @Test
  void anUnsteadyForkIsSaid() {
    assertThat(findings(nanos(20, 20, 20, 20.1, 20), nanos(20, 20.1, 10, 10.1, 10)))
        .anySatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(FindingKind.WARMUP);
              assertThat(finding.sentence())
                  .contains("1 of 1 forks were not steady while they were measured (1 warming)");
            });
  }

  @Test
  void twoLevelsInTheSamplesAreSaid() {
    assertThat(
            findings(
                nanos(10, 10), nanos(10, 10.1, 20, 10, 20.2, 10.1, 20, 20.1, 10, 10.2, 20, 10)))
        .anySatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(FindingKind.MODES_OF_SAMPLES);
              assertThat(finding.sentence()).contains("has two levels: 7 iterations around 10 ms");
            });
  }

  private static double[] nanos(double... millis) {
    return DoubleStream.of(millis).map(ms -> 1e6 * ms).toArray();
  }

  private static WarmupClass classOf(double[] warmup, double[] measurement) {
    return analyze(warmup, measurement).arms().get(0).forks().get(0).warmupClass();
  }

  private static List<Finding> findings(double[] warmup, double[] measurement) {
    return analyze(warmup, measurement).questions().get(0).findings();
  }

  private static RunAnalysis analyze(double[] warmup, double[] measurement) {
    Suite suite =
        SyntheticSuites.suite(
            "s",
            null,
            SyntheticSuites.question(
                "q", "?", SyntheticSuites.udf(), Map.of(), null, null, SyntheticSuites.timing(1)));
    JournalContents journal = SyntheticRuns.of(suite, 1).journal();
    ForkRecord fork = journal.forks().get(0);
    ForkRecord replaced =
        new ForkRecord(
            fork.scenarioId(),
            0,
            0,
            fork.startedAt(),
            fork.elapsedNanos(),
            null,
            iterations(warmup),
            iterations(measurement),
            Map.of(),
            Map.of(),
            List.of(),
            null,
            Map.of(),
            Map.of(),
            Map.of());
    return RunAnalysis.of(
        new JournalContents(
            journal.header(), List.of(replaced), List.of(), journal.end(), List.of()));
  }

  private static List<IterationRecord> iterations(double[] nanos) {
    List<IterationRecord> records = new ArrayList<>();
    for (double duration : nanos) {
      records.add(
          new IterationRecord(
              1,
              Math.round(duration),
              1_000_000,
              8_000_000,
              8_000_000,
              100,
              Map.of(),
              Map.of(),
              Map.of(),
              Map.of(),
              Map.of()));
    }
    return records;
  }
}
