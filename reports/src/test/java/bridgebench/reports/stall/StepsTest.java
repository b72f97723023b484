package bridgebench.reports.stall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bridgebench.reports.stall.SyntheticSweep.Smooth;
import bridgebench.reports.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StepsTest {

  private static final int SWEEPS = 2_000;

  /** py4j 0.10.9.9, bytes from the JVM, in milliseconds. */
  private static final double[][] PY4J = {
    {1, 0.036},
    {64, 0.036},
    {1_024, 0.12},
    {4_096, 0.43},
    {8_192, 44.1},
    {65_536, 46},
    {1_048_576, 62}
  };

  @Test
  void theStepOfPy4jAt8KiBIsFoundAndItsSizeIsThatOfADelayedAcknowledgement() {
    assertThat(Steps.in(exactly(PY4J), true))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.from()).isEqualTo(4_096);
              assertThat(step.to()).isEqualTo(8_192);
              assertThat(step.factor()).isCloseTo(102.6, within(0.1));
              assertThat(SystemTimer.near(step.unexplainedNanos()))
                  .contains(SystemTimer.DELAYED_ACKNOWLEDGEMENT);
            });
  }

  @Test
  void aStepBeforeTheLastSizeIsFoundWhereTheGrowthDoesNotExplainIt() {
    double[][] short4 = {PY4J[1], PY4J[2], PY4J[3], PY4J[4]};

    assertThat(Steps.in(exactly(short4), true)).hasSize(1);
  }

  @Test
  void timeThatGrowsByALesserPowerOfTheSizeIsNoStep() {
    double[][] concave = {{100, 0.1}, {10_000, 1}, {500_000, 4}};

    assertThat(Steps.in(exactly(concave), true)).isEmpty();
  }

  @Test
  void lessTimeForMoreWorkIsAStepDown() {
    double[][] rows = {{100, 53}, {1_000, 52}, {10_000, 14}, {100_000, 60}};

    assertThat(Steps.in(exactly(rows), true))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.isRise()).isFalse();
              assertThat(step.from()).isEqualTo(1_000);
              assertThat(step.factor()).isCloseTo(52 / 14.0, within(0.01));
            });
    assertThat(Steps.in(exactly(rows), false)).hasSize(1).allMatch(Step::isRise);
  }

  @Property
  void aFixedCostAndACostPerUnitNeverMakeAStep(
      @ForAll @DoubleRange(min = 1, max = 1e9) double fixed,
      @ForAll @DoubleRange(min = 0, max = 1e6) double perUnit,
      @ForAll long seed) {
    double[] sizes = SyntheticSweep.sizes(new Random(seed));
    List<SweepPoint> points = new ArrayList<>();
    for (double size : sizes) {
      double nanos = fixed + perUnit * size;
      points.add(new SweepPoint(size, new Interval(nanos, nanos, nanos)));
    }

    assertThat(Steps.in(points, true)).isEmpty();
  }

  /** Fewer than one sweep in 200, whatever it is made of and however few forks measured it. */
  @ParameterizedTest
  @EnumSource
  void smoothSweepsRarelySeemToHaveAStep(Smooth kind) {
    for (int forks : new int[] {1, 2, 3, 5}) {
      Random random = new Random(forks);
      int alarms = 0;
      for (int i = 0; i < SWEEPS; i++) {
        double[] sizes = SyntheticSweep.sizes(random);
        List<SweepPoint> points =
            SyntheticSweep.measured(sizes, kind.truth(random), forks, 0.1, random);
        alarms += Steps.in(points, true).isEmpty() ? 0 : 1;
      }
      assertThat((double) alarms / SWEEPS).as("%s, %d forks", kind, forks).isLessThan(0.005);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0.93", "2, 0.78", "3, 0.95", "5, 0.97"})
  void aStepOf40MillisecondsOverAFewIsFoundWhereItIs(int forks, double share) {
    Random random = new Random(forks);
    int found = 0;
    for (int i = 0; i < SWEEPS; i++) {
      double[] sizes = SyntheticSweep.sizes(random);
      int at = 1 + random.nextInt(sizes.length - 2);
      DoubleUnaryOperator truth =
          size -> 1e6 + 1e7 * size / sizes[sizes.length - 1] + (size >= sizes[at] ? 40e6 : 0);
      List<Step> steps = Steps.in(SyntheticSweep.measured(sizes, truth, forks, 0.05, random), true);
      found += steps.size() == 1 && steps.get(0).to() == sizes[at] ? 1 : 0;
    }
    assertThat((double) found / SWEEPS).isGreaterThanOrEqualTo(share);
  }

  private static List<SweepPoint> exactly(double[][] sizesAndMillis) {
    List<SweepPoint> points = new ArrayList<>();
    for (double[] point : sizesAndMillis) {
      double nanos = 1e6 * point[1];
      points.add(new SweepPoint(point[0], new Interval(nanos, 0.97 * nanos, 1.03 * nanos)));
    }
    return points;
  }
}
