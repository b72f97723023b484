package bridgebench.reports.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Draws {@link BarChartData}: label, bar from zero, interval, value, one arm to a line. */
final class BarChart {

  private static final double BAR_HEIGHT = 14;
  private static final double ROW_HEIGHT = 25;
  private static final double GROUP_HEIGHT = 28;
  private static final double GROUP_GAP = 8;
  private static final double TOP = 4;
  private static final double BOTTOM = 42;
  private static final double GAP = 10;
  private static final double CAP = 4;

  private final ChartFonts fonts;
  private final ChartSize size;
  private final Graphics2D g2;

  BarChart(ChartFonts fonts, ChartSize size, Graphics2D g2) {
    this.fonts = fonts;
    this.size = size;
    this.g2 = g2;
  }

  /** Draws and returns the height in px. */
  double draw(BarChartData data) {
    double left = labelWidth(data) + GAP;
    double plotWidth = plotWidth(data, size.width() - left - 2);
    double plotHeight = plotHeight(data);
    Rectangle2D area = new Rectangle2D.Double(left, TOP, plotWidth, plotHeight);
    Scale scale = data.unit() == Unit.BYTES ? Scale.LINEAR_BINARY : Scale.LINEAR;
    ScaleAxis axis = new ScaleAxis(scale, 0, data.greatest(), size.isNarrow() ? 3 : 6);
    PlotFrame frame = new PlotFrame(g2, fonts, size, area, axis, null);
    frame.drawPlot(null, null);
    frame.line(left, TOP, left, TOP + plotHeight, Ink.AXIS.color(), PlotFrame.HAIRLINE);
    drawRows(data, frame);
    frame.drawBottomAxis(data.valueTitle(), data.unit());
    return TOP + plotHeight + BOTTOM;
  }

  private void drawRows(BarChartData data, PlotFrame frame) {
    double top = TOP;
    for (BarChartData.Group group : data.groups()) {
      if (!group.label().isEmpty()) {
        top += top > TOP ? GROUP_GAP : 0;
        String label = frame.fitted(group.label(), true, size.width());
        double labelEnd = frame.width(label, true) + 4;
        // Paper under the heading, so that the axis does not run through it.
        frame.box(
            0,
            top - 1,
            Math.max(labelEnd, frame.area().getMinX() + 1),
            GROUP_HEIGHT - 3,
            Ink.PAPER.color());
        frame.text(label, 0, top + 18, Ink.TEXT, true);
        top += GROUP_HEIGHT;
      }
      for (BarChartData.Bar bar : group.bars()) {
        drawBar(data, bar, frame, top);
        top += ROW_HEIGHT;
      }
    }
  }

  private void drawBar(BarChartData data, BarChartData.Bar bar, PlotFrame frame, double top) {
    double middle = top + ROW_HEIGHT / 2;
    double left = frame.area().getMinX();
    String label = frame.fitted(bar.label(), false, left - GAP);
    frame.rightAligned(label, left - GAP, middle + 4.5, Ink.TEXT, false);
    frame.box(
        left,
        middle - BAR_HEIGHT / 2,
        Math.max(1, frame.x(bar.value()) - left),
        BAR_HEIGHT,
        bar.style().ink().color());
    if (bar.hasInterval()) {
      drawInterval(data, bar, frame, middle);
    }
    double end = frame.x(data.end(bar));
    String value = data.unit().format(bar.value());
    double width = frame.width(value, true);
    frame.box(end + 4, middle - 9, width + 6, 18, Ink.PAPER.color());
    frame.text(value, end + GAP - 2, middle + 4.5, Ink.TEXT, true);
  }

  private static void drawInterval(
      BarChartData data, BarChartData.Bar bar, PlotFrame frame, double middle) {
    double low = frame.x(bar.low());
    double high = frame.x(data.end(bar));
    BasicStroke halo = new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    BasicStroke thin = new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    frame.line(low, middle, Math.max(high, low + 1), middle, Ink.PAPER.color(200), halo);
    frame.line(low, middle, high, middle, Ink.TEXT.color(), thin);
    frame.line(low, middle - CAP, low, middle + CAP, Ink.TEXT.color(), thin);
    if (bar.high() > data.end(bar)) {
      // An arrow head: the interval goes on beyond the scale.
      frame.line(high - CAP, middle - CAP, high, middle, Ink.TEXT.color(), thin);
      frame.line(high - CAP, middle + CAP, high, middle, Ink.TEXT.color(), thin);
    } else {
      frame.line(high, middle - CAP, high, middle + CAP, Ink.TEXT.color(), thin);
    }
  }

  private double labelWidth(BarChartData data) {
    double atMost = size.width() * (size.isNarrow() ? 0.3 : 0.28);
    return data.groups().stream()
        .flatMap(group -> group.bars().stream())
        .mapToDouble(bar -> Math.min(atMost, fonts.width(bar.label(), size.textSize(), false)))
        .max()
        .orElse(0);
  }

  /** As wide as the values behind the bars allow. */
  private double plotWidth(BarChartData data, double available) {
    return data.groups().stream()
        .flatMap(group -> group.bars().stream())
        .filter(bar -> Math.max(bar.value(), bar.high()) > 0)
        .mapToDouble(
            bar -> {
              String value = data.unit().format(bar.value());
              double room = available - GAP - fonts.width(value, size.textSize(), true);
              return room * data.greatest() / data.end(bar);
            })
        .reduce(available, Math::min);
  }

  private static double plotHeight(BarChartData data) {
    double height = 0;
    for (BarChartData.Group group : data.groups()) {
      if (!group.label().isEmpty()) {
        height += GROUP_HEIGHT + (height > 0 ? GROUP_GAP : 0);
      }
      height += group.bars().size() * ROW_HEIGHT;
    }
    return height;
  }
}
