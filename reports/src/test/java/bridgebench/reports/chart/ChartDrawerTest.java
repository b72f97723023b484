package bridgebench.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartDrawerTest {

  private static final ChartFonts FONTS = ChartFonts.load().orElseThrow();
  private static final Pattern TEXT =
      Pattern.compile(
          "<text x=\"([-\\d.]+)\" y=\"([-\\d.]+)\" fill=\"[^\"]+\" font-size=\"(\\d+)px\""
              + "( font-weight=\"bold\")?>([^<]*)</text>");

  private final ChartDrawer drawer = new ChartDrawer(FONTS);

  static List<ChartData> charts() {
    return SampleCharts.all();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyColourIsAVariableOfThePage(ChartData chart) {
    for (ChartSize size : ChartSize.values()) {
      assertThat(drawer.svg(chart, size, "c"))
          .contains("var(--")
          .doesNotContain("rgb(")
          .doesNotContain("style=")
          .doesNotContainPattern("(fill|stroke)=\"(?!var\\(--|none)");
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void theSameDataGivesTheSameBytes(ChartData chart) {
    String again = new ChartDrawer(ChartFonts.load().orElseThrow()).svg(chart, ChartSize.WIDE, "c");
    assertThat(drawer.svg(chart, ChartSize.WIDE, "c")).isEqualTo(again);
  }

  @ParameterizedTest
  @MethodSource("charts")
  void noTextLeavesTheDrawing(ChartData chart) {
    for (ChartSize size : ChartSize.values()) {
      Matcher text = TEXT.matcher(drawer.svg(chart, size, "c"));
      int texts = 0;
      while (text.find()) {
        texts++;
        double left = Double.parseDouble(text.group(1));
        double width = FONTS.width(text.group(5), size.textSize(), text.group(4) != null);
        assertThat(left).as(text.group()).isGreaterThanOrEqualTo(-0.5);
        assertThat(left + width).as(text.group()).isLessThanOrEqualTo(size.width() + 0.5);
      }
      assertThat(texts).isGreaterThan(3);
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void screenReadersGetTitleAndDescription(ChartData chart) {
    assertThat(drawer.svg(chart, ChartSize.NARROW, "q1"))
        .contains("role=\"img\" aria-labelledby=\"q1-nt q1-nd\"")
        .contains("<title id=\"q1-nt\">")
        .contains("<desc id=\"q1-nd\">" + chart.text().description());
  }

  @ParameterizedTest
  @MethodSource("charts")
  void theTableBehindTheChartHoldsItsNumbers(ChartData chart) {
    assertThat(chart.table().rows()).isNotEmpty();
  }

  @Test
  void hostileLabelsStayText() {
    String hostile = "<script>alert('x')</script>\"&";
    BarChartData chart =
        new BarChartData(
            new ChartText(hostile, hostile, hostile),
            hostile,
            Unit.COUNT,
            List.of(
                new BarChartData.Group(
                    hostile,
                    List.of(
                        new BarChartData.Bar(hostile, SeriesStyle.of(hostile, 0), 1, 0.9, 1.1)))));
    for (ChartSize size : ChartSize.values()) {
      assertThat(drawer.svg(chart, size, "c"))
          .doesNotContain("<script")
          .contains("&lt;script&gt;alert(&#39;x&#39;)");
    }
  }

  @Test
  void aBandOfFewForksDoesNotFlattenTheLines() {
    List<LineChartData.Point> points =
        List.of(
            new LineChartData.Point(100, 1e6, 1e-3, 1e15),
            new LineChartData.Point(1e4, 2e6, 1e6, 4e6));
    LineChartData chart =
        new LineChartData(
            new ChartText("t", "s", "d"),
            new LineChartData.Axis("Rows per batch", Unit.ROWS, Scale.LOG),
            new LineChartData.Axis("Rows per second", Unit.ROWS_PER_SECOND, Scale.LOG),
            List.of(new LineChartData.Series("arrow", SeriesStyle.of("arrow", 0), false, points)),
            List.of());
    String svg = drawer.svg(chart, ChartSize.WIDE, "c");
    assertThat(svg).contains(">1 M</text>", ">5 M</text>").doesNotContain(" G</text>");
    assertThat(chart.table().rows().get(0)).contains("1000000 G rows/s");
  }

  @Test
  void anIntervalOfFewForksDoesNotFlattenTheRatios() {
    RatioChartData chart =
        new RatioChartData(
            new ChartText("t", "s", "d"),
            "Speed against the baseline",
            0.05,
            List.of(
                new RatioChartData.Row("steady", 0.91, 0.89, 0.93, "slower", true),
                new RatioChartData.Row("noisy", 1.02, 1e-4, 1e4, "cannot tell", false)));
    assertThat(drawer.svg(chart, ChartSize.WIDE, "c"))
        .contains(">0.9×</text>", ">1×</text>")
        .doesNotContain("0.1×</text>", "10×</text>");
    assertThat(chart.table().rows().get(1)).contains("0.0001–10000×");
  }

  @Test
  void aLabelTooLongForTheEndOfItsLineIsWholeInAKeyBelow() {
    List<LineChartData.Series> series = new ArrayList<>();
    for (String name : List.of("aggregate, in the JVM: Python", "aggregate, in Python: Python")) {
      series.add(
          new LineChartData.Series(
              name,
              SeriesStyle.of(name, series.size()),
              false,
              List.of(LineChartData.Point.of(10, 1 + series.size()))));
    }
    LineChartData chart =
        new LineChartData(
            new ChartText("t", "s", "d"),
            new LineChartData.Axis("Rows", Unit.ROWS, Scale.LOG),
            new LineChartData.Axis("Peak memory", Unit.BYTES, Scale.LOG_BINARY),
            series,
            List.of());
    for (ChartSize size : ChartSize.values()) {
      assertThat(drawer.svg(chart, size, "c"))
          .contains(">aggregate, in the JVM: Python<", ">aggregate, in Python: Python<");
    }
  }

  @Test
  void barsOfZeroAndOfOneForkAreDrawn() {
    BarChartData chart =
        new BarChartData(
            new ChartText("t", "s", "d"),
            "Rows per second",
            Unit.ROWS_PER_SECOND,
            List.of(
                new BarChartData.Group(
                    "",
                    List.of(
                        new BarChartData.Bar("none", SeriesStyle.of("jvm", 0), 0, 0, 0),
                        new BarChartData.Bar("one", SeriesStyle.of("arrow", 1), 5e6, 5e6, 5e6)))));
    assertThat(drawer.svg(chart, ChartSize.WIDE, "c")).contains("5 M rows/s").doesNotContain("NaN");
    assertThat(chart.table().rows().get(1)).containsExactly("one", "5 M rows/s", "–", "–");
  }
}
