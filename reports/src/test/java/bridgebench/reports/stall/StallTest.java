package bridgebench.reports.stall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bridgebench.reports.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Timers, floors, offsets and latencies in two groups. */
class StallTest {

  private static final double MILLI = 1e6;

  @ParameterizedTest
  @CsvSource({
    "39.5, DELAYED_ACKNOWLEDGEMENT",
    "44, DELAYED_ACKNOWLEDGEMENT",
    "201, RETRANSMISSION",
    "215, RETRANSMISSION"
  })
  void aTimeAtOrLittleAboveATimerIsNearIt(double millis, SystemTimer timer) {
    assertThat(SystemTimer.near(millis * MILLI)).contains(timer);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.04, 20, 38, 53, 100, 190, 240, 4_000})
  void otherTimesAreNearNone(double millis) {
    assertThat(SystemTimer.near(millis * MILLI)).isEmpty();
  }

  @Test
  void aLevelNearATimerOverGrowingWorkIsAFloor() {
    assertThat(Floors.in(points(8, 43, 64, 43.2, 1_024, 44, 65_536, 70)))
        .singleElement()
        .satisfies(
            floor -> {
              assertThat(floor.from()).isEqualTo(8);
              assertThat(floor.to()).isEqualTo(1_024);
              assertThat(floor.nanos()).isEqualTo(43 * MILLI);
              assertThat(floor.timer()).isEqualTo(SystemTimer.DELAYED_ACKNOWLEDGEMENT);
            });
  }

  @Test
  void aTimeThatOnlyPassesATimerIsNoFloor() {
    assertThat(Floors.in(points(1_000, 4, 10_000, 43, 100_000, 430))).isEmpty();
    assertThat(Floors.in(points(1_000, 40, 2_000, 43, 100_000, 430))).isEmpty();
    assertThat(Floors.in(points(1_000, 60, 100_000, 61))).isEmpty();
  }

  @Test
  void aTransportThatIsSlowerByATimerAtEverySizeHasAnOffset() {
    List<SweepPoint> unix = points(100, 7.6, 1_000, 12, 10_000, 15);
    List<SweepPoint> tcp = points(100, 52, 1_000, 55, 10_000, 57);

    assertThat(Offset.between(tcp, unix))
        .hasValueSatisfying(
            offset -> {
              assertThat(offset.sizes()).isEqualTo(3);
              assertThat(offset.nanos()).isCloseTo(43 * MILLI, within(1.0));
            });
    assertThat(Offset.between(unix, tcp)).isEmpty();
    assertThat(Offset.between(points(100, 52, 1_000, 155), unix)).isEmpty();
    assertThat(Offset.between(points(100, 52), unix)).isEmpty();
  }

  @Test
  void latenciesOfWhichSomeWaitForATimerAreInTwoGroups() {
    assertThat(gap(latencies(1, 0.25, 0.4 * MILLI, 44 * MILLI)))
        .hasValueSatisfying(
            gap -> {
              assertThat(gap.slowShare()).isCloseTo(0.25, within(0.001));
              assertThat(gap.fastNanos()).isLessThan(1.2 * MILLI);
              assertThat(gap.slowNanos()).isGreaterThan(20 * MILLI);
              assertThat(gap.betweenShare()).isZero();
            });
  }

  @Test
  void aFewLatenciesBetweenTwoGroupsAreCounted() {
    double[] nanos = latencies(1, 0.25, 0.4 * MILLI, 44 * MILLI);
    for (int i = 0; i < 10; i++) {
      nanos[2_990 + i] = (2 + i) * MILLI;
    }

    assertThat(gap(nanos))
        .hasValueSatisfying(gap -> assertThat(gap.betweenShare()).isBetween(0.002, 0.005));
  }

  /** A curve in shares of the samples jumps over them: its neighbours are up to 16 % apart. */
  @Test
  void latenciesThatFillTheSpaceBetweenAreNoGap() {
    double[] nanos = latencies(1, 0.25, 0.4 * MILLI, 44 * MILLI);
    for (int i = 0; i < 400; i++) {
      nanos[2_600 + i] = (1 + i / 10.0) * MILLI;
    }

    assertThat(gap(nanos)).isEmpty();
  }

  @Test
  void aLongTailIsNoSecondGroup() {
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      double spread = 0.1 + random.nextDouble();
      double[] nanos =
          IntStream.range(0, 4_000)
              .mapToDouble(n -> 1e5 * Math.exp(spread * random.nextGaussian()))
              .sorted()
              .toArray();
      assertThat(gap(nanos)).isEmpty();
    }
    assertThat(gap(latencies(2, 0.005, 0.4 * MILLI, 44 * MILLI))).isEmpty();
    assertThat(gap(new double[] {1, 1, 1, 1, 50, 50, 50})).isEmpty();
  }

  @Test
  void aTailFarAboveTheSecondGroupDoesNotHideIt() {
    double[] nanos = new double[4_000];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] =
          i < 2_400 ? (10 + i * 1e-5) * MILLI : i < 3_840 ? (45 + i * 1e-5) * MILLI : tail(i);
    }

    assertThat(gap(nanos))
        .hasValueSatisfying(
            gap -> {
              assertThat(gap.slowNanos()).isBetween(45.0 * MILLI, 46.0 * MILLI);
              assertThat(gap.slowShare()).isEqualTo(0.4);
            });
  }

  /** From 250 ms to 1 s, with the middle beyond 500 ms: no group. */
  private static double tail(int place) {
    return (250 + 750 * (place - 3_840) / 160.0) * MILLI;
  }

  private static Optional<LatencyGap> gap(double[] rising) {
    long[] counts = new long[rising.length];
    Arrays.fill(counts, 1);
    return LatencyGap.in(rising, counts);
  }

  private static double[] latencies(long seed, double slowShare, double fast, double slow) {
    Random random = new Random(seed);
    return IntStream.range(0, 4_000)
        .mapToDouble(
            n -> (n < 4_000 * slowShare ? slow : fast) * Math.exp(0.15 * random.nextGaussian()))
        .sorted()
        .toArray();
  }

  private static List<SweepPoint> points(double... sizesAndMillis) {
    List<SweepPoint> points = new ArrayList<>();
    for (int i = 0; i < sizesAndMillis.length; i += 2) {
      double nanos = MILLI * sizesAndMillis[i + 1];
      points.add(
          new SweepPoint(sizesAndMillis[i], new Interval(nanos, 0.97 * nanos, 1.03 * nanos)));
    }
    return points;
  }
}
