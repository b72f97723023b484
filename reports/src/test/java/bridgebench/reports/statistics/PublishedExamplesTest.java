package bridgebench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** Examples that other tools publish give the numbers that they publish. */
class PublishedExamplesTest {

  // The example of benchstat's README (golang.org/x/perf/cmd/benchstat), in ns/op.
  private static final double[] OLD_GOB = {13552735, 13553943, 13606356, 13683198};
  private static final double[] NEW_GOB = {11773189, 11942588, 11786159, 11628583, 11815924};
  private static final double[] OLD_JSON = {32395067, 32334214, 31992891, 31735022};
  private static final double[] NEW_JSON = {32036529, 32156552, 31288355, 31559706, 31765634};

  // The cases of benchstat's own test of its U test (internal/stats/utest_test.go).
  private static final double[] S1 = {2, 1, 3, 5};
  private static final double[] S2 = {12, 11, 13, 15};
  private static final double[] S3 = {0, 4, 6, 7};
  private static final double[] S4 = {2, 2, 2, 2};
  private static final double[] S5 = {1, 1, 1, 1, 1};

  @Test
  void benchstatsExampleHasItsTimesAndChange() {
    assertThat(mean(OLD_GOB)).isCloseTo(13.6e6, within(0.05e6));
    assertThat(mean(NEW_GOB)).isCloseTo(11.8e6, within(0.05e6));
    assertThat(mean(OLD_JSON)).isCloseTo(32.1e6, within(0.05e6));
    assertThat(mean(NEW_JSON)).isCloseTo(31.8e6, within(0.05e6));
    assertThat(100 * (mean(NEW_GOB) / mean(OLD_GOB) - 1)).isCloseTo(-13.31, within(0.005));
  }

  @Test
  void benchstatsExampleHasItsPValues() {
    assertThat(RankSumTest.pValue(OLD_GOB, NEW_GOB)).isCloseTo(0.016, within(0.0005));
    assertThat(RankSumTest.pValue(OLD_JSON, NEW_JSON)).isCloseTo(0.286, within(0.0005));
  }

  @Test
  void ourIntervalAgreesWithBenchstatOnItsExample() {
    MedianRatio gob = MedianRatio.of(OLD_GOB, NEW_GOB);
    assertThat(gob.ratio().high()).isLessThan(1);
    assertThat(gob.ratio().contains(1 - 0.1331)).isTrue();
    MedianRatio json = MedianRatio.of(OLD_JSON, NEW_JSON);
    assertThat(json.ratio().contains(1)).isTrue();
    assertThat(json.ratio().contains(1 - 0.0093)).isTrue();
  }

  @Test
  void smallSamplesWithoutTiesHaveTheExactProbability() {
    assertThat(RankSumTest.pValue(S1, S2)).isCloseTo(0.028571428571428577, within(1e-12));
    assertThat(RankSumTest.pValue(S2, S1)).isCloseTo(0.028571428571428577, within(1e-12));
    assertThat(RankSumTest.pValue(S1, S3)).isCloseTo(0.48571428571428577, within(1e-12));
  }

  @Test
  void smallSamplesWithTiesHaveTheNormalApproximation() {
    assertThat(RankSumTest.pValue(S1, S1)).isCloseTo(1, within(1e-12));
    assertThat(RankSumTest.pValue(S1, S4)).isCloseTo(0.6198391186854189, within(1e-9));
    assertThat(RankSumTest.pValue(S1, S5)).isCloseTo(0.04162006292836562, within(1e-9));
    assertThat(RankSumTest.pValue(S4, S4)).isEqualTo(1);
  }

  @Test
  void largeSamplesHaveTheProbabilitiesOfR() {
    double[] l1 = IntStream.range(0, 500).mapToDouble(i -> 2 * i).toArray();
    double[] l2 = IntStream.range(0, 600).mapToDouble(i -> 2 * i - 41).toArray();
    double[] l3 = l2.clone();
    System.arraycopy(l1, 0, l3, 0, 30);
    assertThat(RankSumTest.pValue(l1, l2)).isCloseTo(0.0049335360814172224, within(1e-9));
    assertThat(RankSumTest.pValue(l1, l1)).isCloseTo(1, within(1e-9));
    assertThat(RankSumTest.pValue(l1, l3)).isCloseTo(0.0038703814239617884, within(1e-9));
  }

  @Test
  void fiveForksHaveStudentsReachOverTheirExtremes() {
    // Five values: the extremes hold the median with probability 1 - 2 / 2^5.
    Interval interval = MedianInterval.onOwnScale(new double[] {-2, -1, 0, 1, 2});
    double stretch = Student.reach(4) / TDistribution.of(4).inverseSurvivalProbability(1.0 / 32);
    assertThat(interval).isEqualTo(new Interval(0, -2 * stretch, 2 * stretch));
  }

  @Test
  void twoForksHaveStudentsInterval() {
    Interval interval = MedianInterval.onOwnScale(new double[] {9, 11});
    assertThat(interval.estimate()).isEqualTo(10);
    // 12.706 standard errors of the mean of two values: their half distance.
    assertThat(interval.high()).isCloseTo(10 + 12.7062, within(1e-4));
    assertThat(interval.low()).isCloseTo(10 - 12.7062, within(1e-4));
  }

  @Test
  void holmsOwnProcedureIsStepwise() {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
    assertThat(Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
    assertThat(Holm.adjust(new double[] {0.04, Double.NaN})[0]).isEqualTo(0.04);
  }

  private static double mean(double[] values) {
    return Mean.of(DoubleStream.of(values).toArray()).getAsDouble();
  }
}
