package bridgebench.reports.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws {@link RatioChartData}: a dot and its interval on a logarithmic axis, one row each. */
final class RatioChart {

  private static final double ROW_HEIGHT = 24;
  private static final double LABEL_HEIGHT = 17;
  private static final double TOP = 6;
  private static final double BOTTOM = 42;
  private static final double GAP = 10;
  private static final double RADIUS = 4;
  private static final double AIR = 1.03;

  private final ChartFonts fonts;
  private final ChartSize size;
  private final Graphics2D g2;

  RatioChart(ChartFonts fonts, ChartSize size, Graphics2D g2) {
    this.fonts = fonts;
    this.size = size;
    this.g2 = g2;
  }

  /** Draws and returns the height in px. */
  double draw(RatioChartData data) {
    // Ids are long: on phones they stand above their rows.
    double rowHeight = size.isNarrow() ? ROW_HEIGHT + LABEL_HEIGHT : ROW_HEIGHT;
    double left = size.isNarrow() ? 2 : labelWidth(data.rows()) + GAP;
    double right = ratioWidth(data.rows()) + GAP;
    double height = data.rows().size() * rowHeight;
    Rectangle2D area = new Rectangle2D.Double(left, TOP, size.width() - left - right, height);
    ScaleAxis axis =
        new ScaleAxis(Scale.LOG, least(data) / AIR, most(data) * AIR, size.isNarrow() ? 3 : 6);
    PlotFrame frame = new PlotFrame(g2, fonts, size, area, axis, null);
    double bandLeft = frame.x(Math.max(1 / (1 + data.threshold()), least(data) / AIR));
    double bandRight = frame.x(Math.min(1 + data.threshold(), most(data) * AIR));
    frame.box(bandLeft, TOP, bandRight - bandLeft, height, Ink.BAND.color());
    frame.drawPlot(null, null);
    frame.line(frame.x(1), TOP, frame.x(1), TOP + height, Ink.MUTED.color(), PlotFrame.HAIRLINE);
    double top = TOP;
    for (RatioChartData.Row row : data.rows()) {
      drawRow(row, frame, top, rowHeight);
      top += rowHeight;
    }
    frame.drawBottomAxis(data.valueTitle(), Unit.RATIO);
    return TOP + height + BOTTOM;
  }

  private void drawRow(RatioChartData.Row row, PlotFrame frame, double top, double rowHeight) {
    double middle = top + rowHeight - ROW_HEIGHT / 2;
    double left = frame.area().getMinX();
    if (size.isNarrow()) {
      String label = fonts.fittedMiddle(row.label(), size.textSize(), size.width());
      frame.box(0, top, frame.width(label, false) + 4, LABEL_HEIGHT, Ink.PAPER.color());
      frame.text(label, 0, top + 13, Ink.TEXT, false);
    } else {
      String label = fonts.fittedMiddle(row.label(), size.textSize(), left - GAP);
      frame.rightAligned(label, left - GAP, middle + 4.5, Ink.TEXT, false);
    }
    Ink ink = ink(row);
    BasicStroke stroke = new BasicStroke(2);
    frame.line(frame.x(row.low()), middle, frame.x(row.high()), middle, ink.color(), stroke);
    double x = frame.x(row.ratio());
    g2.setPaint(row.isDifferent() ? ink.color() : Ink.PAPER.color());
    Ellipse2D dot = new Ellipse2D.Double(x - RADIUS, middle - RADIUS, 2 * RADIUS, 2 * RADIUS);
    g2.fill(dot);
    g2.setPaint(ink.color());
    g2.setStroke(stroke);
    g2.draw(dot);
    Ink textInk = row.isDifferent() ? Ink.TEXT : Ink.MUTED;
    frame.text(
        Unit.RATIO.format(row.ratio()),
        frame.area().getMaxX() + GAP,
        middle + 4.5,
        textInk,
        row.isDifferent());
  }

  private static Ink ink(RatioChartData.Row row) {
    if (!row.isDifferent()) {
      return Ink.MUTED;
    }
    return row.ratio() > 1 ? Ink.FASTER : Ink.SLOWER;
  }

  private double labelWidth(List<RatioChartData.Row> rows) {
    return rows.stream()
        .mapToDouble(
            row -> Math.min(size.width() * 0.48, fonts.width(row.label(), size.textSize(), false)))
        .max()
        .orElse(0);
  }

  private double ratioWidth(List<RatioChartData.Row> rows) {
    return rows.stream()
        .mapToDouble(row -> fonts.width(Unit.RATIO.format(row.ratio()), size.textSize(), true))
        .max()
        .orElse(0);
  }

  private static double least(RatioChartData data) {
    return data.rows().stream()
        .mapToDouble(row -> Math.min(row.low(), row.ratio()))
        .reduce(1 / (1 + data.threshold()), Math::min);
  }

  private static double most(RatioChartData data) {
    return data.rows().stream()
        .mapToDouble(row -> Math.max(row.high(), row.ratio()))
        .reduce(1 + data.threshold(), Math::max);
  }
}
