package bridgebench.bridge.function;

import static bridgebench.bridge.function.TestColumns.doubles;
import static bridgebench.bridge.function.TestColumns.longs;
import static bridgebench.bridge.function.TestColumns.shown;
import static bridgebench.bridge.function.TestColumns.strings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.DoubleColumn;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.ColumnType;
import bridgebench.scenarios.model.FunctionSpec;
import bridgebench.scenarios.model.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionTwinTest {

  @Test
  void plusOneWrapsAroundAtTheWidthOfALong() {
    assertThat(shown(apply("plus-one", longs(1L, null, Long.MAX_VALUE))))
        .containsExactly("2", "null", "-9223372036854775808");
  }

  @Test
  void plusOneOfMinusZeroIsOne() {
    assertThat(shown(apply("plus-one", doubles(-0.0, Double.NaN, Double.NEGATIVE_INFINITY))))
        .containsExactly("1.0", "NaN", "-Infinity");
  }

  @Test
  void plusOneLeavesStringsAlone() {
    Column names = strings("a", null);
    assertThat(apply("plus-one", names)).isSameAs(names);
  }

  @Test
  void upperFollowsUnicodeWithoutALanguage() {
    assertThat(shown(apply("upper", strings("title i", "", null, "éβж中😀"))))
        .containsExactly("'TITLE I'", "''", "null", "'ÉΒЖ中😀'");
  }

  @Test
  void cdfIsTheStandardNormalDistribution() {
    double[] values =
        ((DoubleColumn)
                apply("cdf", doubles(0.0, 1.959963984540054, -8.0, Double.NEGATIVE_INFINITY)))
            .values();
    assertThat(values[0]).isEqualTo(0.5);
    assertThat(values[1]).isCloseTo(0.975, within(1e-15));
    assertThat(values[2]).isCloseTo(6.220960574271785e-16, within(1e-28));
    assertThat(values[3]).isZero();
    assertThat(shown(apply("cdf", doubles(Double.NaN, null)))).containsExactly("NaN", "null");
    assertThat(shown(apply("cdf", longs(0L)))).containsExactly("0.5");
  }

  @Test
  void subtractMeanLeavesNullsOutOfTheMean() {
    assertThat(shown(apply("subtract-mean", doubles(1.0, null, 4.0))))
        .containsExactly("-1.5", "null", "1.5");
    assertThat(shown(apply("subtract-mean", longs(null, null)))).containsExactly("null", "null");
  }

  @Test
  void subtractMeanTakesLongsAsDoublesSoThatTheirSumCannotOverflow() {
    assertThat(shown(apply("subtract-mean", longs(Long.MAX_VALUE, Long.MAX_VALUE))))
        .containsExactly("0.0", "0.0");
  }

  @Test
  void oneNanMakesTheWholeBatchNan() {
    assertThat(shown(apply("subtract-mean", doubles(1.0, Double.NaN, null))))
        .containsExactly("NaN", "NaN", "null");
  }

  @Test
  void anInfinityInTheBatchMakesTheOthersInfinite() {
    assertThat(shown(apply("subtract-mean", doubles(1.0, Double.POSITIVE_INFINITY))))
        .containsExactly("-Infinity", "NaN");
  }

  @Test
  void theUsersOwnFunctionHasNoTwin() {
    assertThatThrownBy(() -> apply("udf.py:f", longs(1L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("function 'udf.py:f' has no Java twin: only Python can run it");
  }

  private static Column apply(String function, Column input) {
    Shape shape = new Shape("one", List.of(ColumnSpec.of("x", input.type())));
    FunctionTwin twin = FunctionTwin.of(FunctionSpec.parse(function), shape);
    ColumnType result = twin.results().get(0).type();
    return twin.apply(0, input, Column.ofType(result));
  }
}
