package bridgebench.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

  private static final double NONE = Double.POSITIVE_INFINITY;

  @Test
  void aValueThatIsNotFiniteIsAGapAndLeavesTheScaleAlone() {
    String whole = drawn(1, 2, 3, 4);
    String broken = drawn(1, NONE, 3, 4);

    assertThat(whole).contains("<path d=\"M").containsOnlyOnce("M").doesNotContain("NaN");
    String from = whole.substring(whole.indexOf('M') + 1, whole.indexOf('L'));
    assertThat(broken).contains("<path d=\"M" + from + "M").doesNotContain("NaN", "Infinity");
    assertThat(broken).endsWith(whole.substring(whole.lastIndexOf('L')));
  }

  @Test
  void linesWithoutAnyFiniteValueAreLeftOut() {
    assertThat(drawn()).doesNotContain("<path");
    assertThat(drawn(Double.NaN, NONE)).doesNotContain("<path");
  }

  private static String drawn(double... values) {
    return new Sparkline(100, 20, 0.1).svg("a line", List.of(values), -1);
  }
}
