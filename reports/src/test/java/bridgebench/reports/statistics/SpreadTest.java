package bridgebench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void anIntervalOfValuesThatAreNeverNegativeDoesNotGoBelowZero() {
    assertThat(MedianInterval.of(new double[] {0, 3}))
        .satisfies(
            interval -> {
              assertThat(interval.low()).isZero();
              assertThat(interval.high()).isGreaterThan(3);
            });
    assertThat(MedianInterval.of(new double[] {0, 0, 5, 40, 41}).low()).isZero();
    assertThat(MedianInterval.of(new double[] {-1, 0, 3}).low()).isNegative();
  }

  @Test
  void varianceIsSharedOutBetweenForksAndIterations() {
    Random random = new Random(1);
    double[][] forks = new double[2_000][8];
    for (double[] fork : forks) {
      double level = 100 + 3 * random.nextGaussian();
      for (int i = 0; i < fork.length; i++) {
        fork[i] = level + 4 * random.nextGaussian();
      }
    }
    VarianceLevels levels = VarianceLevels.of(forks);
    assertThat(levels.betweenForks()).isCloseTo(0.03, within(0.002));
    assertThat(levels.betweenIterations()).isCloseTo(0.04, within(0.001));
    assertThat(levels.forkMeans()).isCloseTo(Math.sqrt(9 + 16 / 8.0) / 100, within(0.002));
  }

  @Test
  void forksThatDifferNoMoreThanTheirIterationsHaveNoSpreadOfTheirOwn() {
    VarianceLevels levels = VarianceLevels.of(new double[][] {{1, 3}, {1, 3}, {3, 1}});
    assertThat(levels.betweenForks()).isZero();
    assertThat(levels.betweenIterations()).isPositive();
  }

  @Test
  void oneForkOfOneIterationHasNoSpreadToState() {
    VarianceLevels levels = VarianceLevels.of(new double[][] {{5}});
    assertThat(levels.betweenForks()).isNaN();
    assertThat(levels.betweenIterations()).isNaN();
  }

  @Test
  void outliersAreCounted() {
    assertThat(TukeyFences.outliers(new double[] {10, 11, 12, 11, 10, 12, 30})).isEqualTo(1);
    assertThat(TukeyFences.outliers(new double[] {10, 11, 12, 11, 10, 12})).isZero();
    assertThat(TukeyFences.outliers(new double[] {1, 100, 1})).isZero();
  }

  @Test
  void aMachineWithTwoSpeedsIsSeen() {
    Random random = new Random(2);
    double[] values =
        DoubleStream.generate(
                () -> (random.nextInt(3) == 0 ? 2 : 1) * (1 + 0.03 * random.nextGaussian()))
            .limit(60)
            .toArray();
    TwoGroups groups = TwoGroups.in(values).orElseThrow();
    assertThat(groups.lowMedian()).isCloseTo(1, within(0.02));
    assertThat(groups.highMedian()).isCloseTo(2, within(0.04));
    assertThat(groups.lowCount() + groups.highCount()).isEqualTo(60);
  }

  @Test
  void oneSpeedIsNotTakenForTwo() {
    Random random = new Random(3);
    int seen = 0;
    for (int draw = 0; draw < 2_000; draw++) {
      double[] values =
          DoubleStream.generate(() -> 1 + 0.1 * random.nextGaussian()).limit(25).toArray();
      seen += TwoGroups.in(values).isPresent() ? 1 : 0;
    }
    assertThat(seen).isLessThan(20);
  }

  @Test
  void aWarmUpIsCutFromTheSteadyPart() {
    double[] series = {20, 14, 14.2, 13.9, 10, 10.1, 9.9, 10, 10.2, 9.9, 10, 10.1};
    List<LevelShifts.Stretch> stretches = LevelShifts.of(series, 0.02);
    LevelShifts.Stretch last = stretches.get(stretches.size() - 1);
    assertThat(last.from()).isEqualTo(4);
    assertThat(last.level()).isCloseTo(10, within(0.1));
  }

  @Test
  void noiseAloneSeldomShiftsALevel() {
    Random random = new Random(4);
    int shifted = 0;
    for (int draw = 0; draw < 2_000; draw++) {
      double[] series =
          DoubleStream.generate(() -> 1 + 0.05 * random.nextGaussian()).limit(20).toArray();
      shifted += LevelShifts.of(series, 0.02).size() > 1 ? 1 : 0;
    }
    assertThat(shifted / 2_000.0).isLessThan(0.05);
  }

  @Test
  void oneOutlierMakesNoLevelOfItsOwn() {
    double[] series = {10, 10.1, 9.9, 10, 25, 10, 10.1, 9.9, 10, 10.05};
    assertThat(LevelShifts.of(series, 0.02)).hasSize(1);
  }

  @Test
  void armsDrawnOfRoundsThatAreAlikeRaiseFewAlarms() {
    List<double[]> rounds = rounds(20, round -> 10);
    FalseAlarms alarms = FalseAlarms.byRounds(rounds, 0, 2_000, 1);
    assertThat(alarms.comparisons()).isEqualTo(2_000);
    assertThat(alarms.rate().estimate()).isBetween(0.005, 0.065);
    assertThat(alarms).isEqualTo(FalseAlarms.byRounds(rounds, 0, 2_000, 1));
  }

  @Test
  void aSlowMinuteThatHitsAWholeRoundRaisesNoMoreAlarms() {
    List<double[]> rounds = rounds(20, round -> round == 2 ? 20 : 10);
    assertThat(FalseAlarms.byRounds(rounds, 0, 2_000, 1).rate().estimate()).isLessThan(0.065);
  }

  @Test
  void aThresholdMakesAlarmsRarer() {
    List<double[]> rounds = rounds(20, round -> 10);
    int all = FalseAlarms.byRounds(rounds, 0, 2_000, 1).alarms();
    int large = FalseAlarms.byRounds(rounds, 0.2, 2_000, 1).alarms();
    assertThat(large).isLessThan(all);
  }

  private static List<double[]> rounds(int forks, IntToDoubleFunction level) {
    Random random = new Random(5);
    return IntStream.range(0, 5)
        .mapToObj(
            round ->
                DoubleStream.generate(
                        () -> level.applyAsDouble(round) * Math.exp(0.1 * random.nextGaussian()))
                    .limit(forks)
                    .toArray())
        .toList();
  }

  @Test
  void armsThatDifferRaiseAlarms() {
    double[] fast = {10, 10.1, 9.9, 10.05, 9.95};
    double[] slow = {12, 12.1, 11.9, 12.05, 11.95};
    FalseAlarms alarms =
        FalseAlarms.ofPairs(List.of(fast, slow, fast, fast.clone(), slow, fast, slow), 0.02);
    assertThat(alarms).isEqualTo(new FalseAlarms(3, 2));
    assertThat(alarms.rate().contains(2 / 3.0)).isTrue();
    assertThat(FalseAlarms.ofPairs(List.of(fast, slow), 0.25)).isEqualTo(new FalseAlarms(1, 0));
  }

  @Test
  void theGeometricMeanIsNarrowerThanItsParts() {
    Interval one = new Interval(2, 1, 4);
    Interval mean = GeometricMean.of(List.of(one, one, one, one));
    assertThat(mean.estimate()).isCloseTo(2, within(1e-12));
    assertThat(mean.low()).isCloseTo(Math.sqrt(2), within(1e-12));
    assertThat(mean.high()).isCloseTo(2 * Math.sqrt(2), within(1e-12));
  }
}
