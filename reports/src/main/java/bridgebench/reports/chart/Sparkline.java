package bridgebench.reports.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/**
 * A line the height of a word, drawn without axes or fonts: the small multiples of a page. Several
 * lines share one scale, which need not include zero.
 */
public final class Sparkline {

  private static final double PADDING = 2;

  private final int width;
  private final int height;
  private final double leastSpan;

  /**
   * A kind of sparkline.
   *
   * @param width in px
   * @param height in px
   * @param leastSpan the least range of the scale as a fraction of the greatest value, so that
   *     noise below it looks level
   */
  public Sparkline(int width, int height, double leastSpan) {
    this.width = width;
    this.height = height;
    this.leastSpan = leastSpan;
  }

  /**
   * Lines over their index, and a dot at the end of each.
   *
   * @param label for screen readers
   * @param lines values of each line, which has a gap where one is not finite; lines without values
   *     are left out
   * @param dividerAt index before which a hairline stands, such as the end of the warm-up; negative
   *     for none
   */
  public String svg(String label, List<double[]> lines, int dividerAt) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    int longest = 1;
    for (double[] line : lines) {
      longest = Math.max(longest, line.length);
      for (double value : line) {
        if (Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    double least = Math.max(leastSpan * Math.abs(high), Double.MIN_NORMAL);
    if (high - low < least) {
      low = (low + high - least) / 2;
      high = low + least;
    }
    double span = high - low;
    double step = (width - 2 * PADDING) / Math.max(1, longest - 1);
    StringBuilder svg = new StringBuilder();
    svg.append("<svg class=\"spark\" viewBox=\"0 0 ")
        .append(width)
        .append(' ')
        .append(height)
        .append("\" width=\"")
        .append(width)
        .append("\" height=\"")
        .append(height)
        .append("\" role=\"img\" aria-label=\"")
        .append(SvgCompactor.escaped(label))
        .append("\">");
    if (dividerAt > 0 && dividerAt < longest) {
      String x = px(PADDING + (dividerAt - 0.5) * step);
      svg.append("<path class=\"div\" d=\"M").append(x).append(" 0V").append(height).append("\"/>");
    }
    for (double[] line : lines) {
      appendLine(svg, line, low, span, step);
    }
    return svg.append("</svg>").toString();
  }

  private void appendLine(
      StringBuilder svg, double[] values, double low, double span, double step) {
    if (Arrays.stream(values).noneMatch(Double::isFinite)) {
      return;
    }
    svg.append("<path d=\"");
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        continue;
      }
      double y = height - PADDING - (values[i] - low) / span * (height - 2 * PADDING);
      svg.append(i == 0 || !Double.isFinite(values[i - 1]) ? 'M' : 'L')
          .append(px(PADDING + i * step))
          .append(' ')
          .append(px(y));
    }
    svg.append("\"/>");
  }

  private static String px(double value) {
    String text = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
