package bridgebench.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

  @ParameterizedTest
  @CsvSource({
    "ROWS_PER_SECOND, 6213000, 6.21 M rows/s",
    "ROWS_PER_SECOND, 1000000, 1 M rows/s",
    "BYTES_PER_SECOND, 11000000000, 11 GB/s",
    "BYTES, 65536, 64 KiB",
    "BYTES, 8, 8 B",
    "NANOS, 9200, 9.2 µs",
    "NANOS, 53000000, 53 ms",
    "NANOS, 12345, 12.3 µs",
    "RATIO, 25.04, 25×",
    "RATIO, 1039790535, > 100000×",
    "RATIO, 0.000000233, < 0.00001×",
    "PERCENT, 0.031, 3.1 %",
    "PERCENT, 494013704.57, > 100000 %",
    "COUNT, 999.6, 1000",
  })
  void threeFiguresAndAFittingPrefix(Unit unit, double value, String expected) {
    assertThat(unit.format(value)).isEqualTo(expected);
  }

  @Test
  void whatWasNotMeasuredIsADash() {
    assertThat(Unit.NANOS.format(Double.NaN)).isEqualTo("–");
  }

  @Test
  void percentilesKeepTheirNines() {
    assertThat(Unit.FRACTION.tick(0.9999)).isEqualTo("99.99 %");
    assertThat(Unit.FRACTION.tick(0)).isEqualTo("0 %");
  }
}
