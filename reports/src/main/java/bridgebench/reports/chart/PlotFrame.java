package bridgebench.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/**
 * A plot's area on a canvas, with its axes and the words around it. Text is placed by the bundled
 * font's advances, so that the gutters hold it on every machine.
 */
final class PlotFrame {

  static final double LINE_HEIGHT = 16;

  /** For axes: ends where its line ends. */
  static final BasicStroke HAIRLINE =
      new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

  private static final double GAP = 8;

  private final Graphics2D g2;
  private final ChartFonts fonts;
  private final ChartSize size;
  private final Rectangle2D area;
  private final ScaleAxis x;
  private final @Nullable ScaleAxis y;

  /**
   * A frame.
   *
   * @param area where values are drawn, in px; gutters are what is left around it
   * @param y null for charts of rows
   */
  PlotFrame(
      Graphics2D g2,
      ChartFonts fonts,
      ChartSize size,
      Rectangle2D area,
      ScaleAxis x,
      @Nullable ScaleAxis y) {
    this.g2 = g2;
    this.fonts = fonts;
    this.size = size;
    this.area = area;
    this.x = x;
    this.y = y;
  }

  Graphics2D graphics() {
    return g2;
  }

  Rectangle2D area() {
    return area;
  }

  double x(double value) {
    return x.px(value, area, RectangleEdge.BOTTOM);
  }

  double y(double value) {
    if (y == null) {
      throw new IllegalStateException("a chart of rows has no vertical value axis");
    }
    return y.px(value, area, RectangleEdge.LEFT);
  }

  /** Draws gridlines and, where there is a renderer, the dataset. */
  void drawPlot(@Nullable XYDataset data, @Nullable XYItemRenderer renderer) {
    ScaleAxis vertical = y == null ? new ScaleAxis(Scale.LINEAR, 0, 1, 1) : y;
    XYPlot plot = new XYPlot(data, x, vertical, renderer);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setFixedDomainAxisSpace(new AxisSpace());
    plot.setFixedRangeAxisSpace(new AxisSpace());
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(y == null || !size.isNarrow());
    plot.setRangeGridlinesVisible(y != null);
    plot.setDomainGridlinePaint(Ink.GRID.color());
    plot.setRangeGridlinePaint(Ink.GRID.color());
    plot.setDomainGridlineStroke(HAIRLINE);
    plot.setRangeGridlineStroke(HAIRLINE);
    plot.draw(g2, area, null, null, null);
  }

  /** Tick labels and title under the plot. */
  void drawBottomAxis(String title, Unit unit) {
    double baseline = area.getMaxY() + LINE_HEIGHT + 2;
    double lastEnd = Double.NEGATIVE_INFINITY;
    for (double value : x.tickValues()) {
      String label = unit.tick(value);
      double width = fonts.width(label, size.textSize(), false);
      double start = Math.max(0, Math.min(x(value) - width / 2, size.width() - width));
      if (start > lastEnd + GAP) {
        text(label, start, baseline, Ink.MUTED, false);
        lastEnd = start + width;
      }
    }
    double width = fonts.width(title, size.textSize(), false);
    double start = Math.max(0, Math.min(area.getMaxX(), size.width()) - width);
    text(title, start, baseline + LINE_HEIGHT + 2, Ink.MUTED, false);
  }

  /** Tick labels left of the plot and the title above it. */
  void drawLeftAxis(String title, Unit unit) {
    if (y == null) {
      throw new IllegalStateException("a chart of rows has no vertical value axis");
    }
    for (double value : y.tickValues()) {
      String label = unit.tick(value);
      double width = fonts.width(label, size.textSize(), false);
      text(label, area.getMinX() - GAP - width, y(value) + 4.5, Ink.MUTED, false);
    }
    text(title, 0, size.textSize(), Ink.MUTED, false);
  }

  /** Width that the labels of a left axis need, gap included. */
  static double leftGutter(ChartFonts fonts, ChartSize size, Unit unit, List<Double> ticks) {
    return GAP
        + ticks.stream()
            .mapToDouble(value -> fonts.width(unit.tick(value), size.textSize(), false))
            .max()
            .orElse(0);
  }

  void text(String text, double left, double baseline, Ink ink, boolean isBold) {
    g2.setPaint(ink.color());
    g2.setFont(fonts.at(size.textSize(), isBold));
    g2.drawString(text, (float) left, (float) baseline);
  }

  void rightAligned(String text, double right, double baseline, Ink ink, boolean isBold) {
    text(text, right - fonts.width(text, size.textSize(), isBold), baseline, ink, isBold);
  }

  void line(double x1, double y1, double x2, double y2, Color color, BasicStroke stroke) {
    g2.setPaint(color);
    g2.setStroke(stroke);
    g2.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  void box(double left, double top, double width, double height, Color color) {
    g2.setPaint(color);
    g2.fill(new Rectangle2D.Double(left, top, width, height));
  }

  double width(String text, boolean isBold) {
    return fonts.width(text, size.textSize(), isBold);
  }

  String fitted(String text, boolean isBold, double maxWidth) {
    return fonts.fitted(text, size.textSize(), isBold, maxWidth);
  }
}
