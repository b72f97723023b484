package bridgebench.reports.findings;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.reports.SyntheticTruth;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.suite.Suite;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {

  /** 160 + 1500 / n ns a row of pickle are 6 + 120000 / n of arrow-pandas. */
  private static final double TRUE_CROSSING = (120_000.0 - 1_500) / (160 - 6);

  @Test
  void theCrossingOfTwoModesIsFoundWithItsInterval() {
    List<Crossover> crossovers = crossovers(1);
    assertThat(crossovers)
        .filteredOn(crossover -> crossover.second().equals("arrow-pandas"))
        .singleElement()
        .satisfies(
            crossover -> {
              assertThat(crossover.along()).isEqualTo(Axis.BATCH_ROWS);
              assertThat(crossover.first()).isEqualTo("pickle");
              assertThat(crossover.at().median()).isBetween(600.0, 900.0);
              assertThat(crossover.sentence())
                  .startsWith("Arrow-pandas overtakes pickle at about ")
                  .contains("rows a batch (95 % interval ");
            });
  }

  @Test
  void whereOneModeIsAlwaysFasterThereIsNoCrossingInTheRange() {
    assertThat(crossovers(1))
        .filteredOn(crossover -> crossover.second().equals("arrow"))
        .singleElement()
        .satisfies(
            crossover -> {
              assertThat(crossover.at()).isNull();
              assertThat(crossover.rangeLow()).isEqualTo(100);
              assertThat(crossover.rangeHigh()).isEqualTo(100_000);
              assertThat(crossover.sentence()).contains("no crossover in the measured range");
            });
  }

  /**
   * The straight line between neighbouring points is part of the estimate: its end is the truth.
   */
  @Test
  void theIntervalHoldsTheCrossingOfTheLinesInMostRuns() {
    double expected = crossingOfTheLines();
    assertThat(expected).isBetween(0.9 * TRUE_CROSSING, 1.1 * TRUE_CROSSING);
    int held = 0;
    int runs = 40;
    for (int seed = 0; seed < runs; seed++) {
      held +=
          crossovers(seed).stream()
                  .filter(crossover -> crossover.second().equals("arrow-pandas"))
                  .anyMatch(
                      c -> c.at() != null && c.at().low() <= expected && expected <= c.at().high())
              ? 1
              : 0;
    }
    assertThat((double) held / runs).isGreaterThan(0.85);
  }

  private static double crossingOfTheLines() {
    Suite suite =
        SyntheticSuites.suite("s", null, SyntheticSuites.batchSizes(SyntheticSuites.timing(5)));
    SyntheticTruth exact = new SyntheticTruth().forkSpread(0).iterationSpread(0);
    return RunAnalysis.of(SyntheticRuns.of(suite, 0).truth(exact).journal())
        .questions()
        .get(0)
        .crossovers()
        .stream()
        .filter(crossover -> crossover.second().equals("arrow-pandas"))
        .mapToDouble(crossover -> crossover.at().median())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aQuestionWithoutAComparisonStillShowsWhereItsSeriesCross() {
    Suite suite =
        SyntheticSuites.suite("s", null, SyntheticSuites.rowCounts(SyntheticSuites.timing(5)));
    List<Crossover> crossovers =
        RunAnalysis.of(SyntheticRuns.of(suite, 1).journal()).questions().get(0).crossovers();
    assertThat(crossovers)
        .singleElement()
        .satisfies(crossover -> assertThat(crossover.along()).isEqualTo(Axis.ROWS));
  }

  private static List<Crossover> crossovers(long seed) {
    Suite suite =
        SyntheticSuites.suite("s", null, SyntheticSuites.batchSizes(SyntheticSuites.timing(5)));
    return RunAnalysis.of(
            SyntheticRuns.of(suite, seed).truth(new SyntheticTruth().withoutLatency()).journal())
        .questions()
        .get(0)
        .crossovers();
  }
}
