package bridgebench.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void linearTicksAreRoundAndCoverTheRange() {
    assertThat(Scale.LINEAR.ticks(0, 388, 6)).containsExactly(0.0, 100.0, 200.0, 300.0);
  }

  @Test
  void ticksOfBytesAreMultiplesOfAPowerOfTwo() {
    double mebibyte = 1 << 20;
    assertThat(Scale.LINEAR_BINARY.ticks(0, 39.3 * mebibyte, 6))
        .containsExactly(0.0, 8 * mebibyte, 16 * mebibyte, 24 * mebibyte, 32 * mebibyte);
  }

  @Test
  void aWideLogRangeIsLabelledByDecades() {
    List<Double> ticks = Scale.LOG.ticks(1, 100_000, 8);
    assertThat(ticks).hasSize(6);
    assertThat(ticks.get(3)).isCloseTo(1_000, offset(1e-6));
  }

  @Test
  void aLogRangeWithinOneDecadeStillHasTicks() {
    assertThat(Scale.LOG.ticks(2.1e7, 2.9e7, 6)).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void eachNineTakesTheSameRoom() {
    double step = Scale.NINES.place(0.99) - Scale.NINES.place(0.9);
    assertThat(Scale.NINES.place(0.9999) - Scale.NINES.place(0.999)).isCloseTo(step, offset(1e-9));
    assertThat(Scale.NINES.ticks(0, 0.9995, 8)).containsExactly(0.0, 0.5, 0.9, 0.99, 0.999);
  }
}
