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

  /** An interval may reach so many times as far from 1 as the furthest dot, in logarithms. */
  private static final double LONGEST_INTERVAL = 2;

  /** The distance from 1 that counts as far where all dots are near it. */
  private static final double LEAST_REACH = Math.log(1.1);

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
    Range range = Range.of(data);
    ScaleAxis axis = new ScaleAxis(Scale.LOG, range.least(), range.most(), size.isNarrow() ? 3 : 6);
    PlotFrame frame = new PlotFrame(g2, fonts, size, area, axis, null);
    double bandLeft = frame.x(range.within(1 / (1 + data.threshold())));
    double bandRight = frame.x(range.within(1 + data.threshold()));
    frame.box(bandLeft, TOP, bandRight - bandLeft, height, Ink.BAND.color());
    frame.drawPlot(null, null);
    frame.line(frame.x(1), TOP, frame.x(1), TOP + height, Ink.MUTED.color(), PlotFrame.HAIRLINE);
    double top = TOP;
    for (RatioChartData.Row row : data.rows()) {
      drawRow(row, frame, range, top, rowHeight);
      top += rowHeight;
    }
    frame.drawBottomAxis(data.valueTitle(), Unit.RATIO);
    return TOP + height + BOTTOM;
  }

  private void drawRow(
      RatioChartData.Row row, PlotFrame frame, Range range, double top, double rowHeight) {
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
    drawInterval(row, frame, range, middle, ink, stroke);
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

  private static void drawInterval(
      RatioChartData.Row row,
      PlotFrame frame,
      Range range,
      double middle,
      Ink ink,
      BasicStroke stroke) {
    double low = frame.x(range.within(row.low()));
    double high = frame.x(range.within(row.high()));
    frame.line(low, middle, high, middle, ink.color(), stroke);
    // An arrow head: the interval goes on beyond the scale.
    if (row.low() < range.least()) {
      drawArrow(frame, low, middle, RADIUS, ink, stroke);
    }
    if (row.high() > range.most()) {
      drawArrow(frame, high, middle, -RADIUS, ink, stroke);
    }
  }

  private static void drawArrow(
      PlotFrame frame, double x, double y, double back, Ink ink, BasicStroke stroke) {
    frame.line(x + back, y - RADIUS, x, y, ink.color(), stroke);
    frame.line(x + back, y + RADIUS, x, y, ink.color(), stroke);
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

  /** The ends of the axis: of dots and intervals, but no interval that reaches far beyond dots. */
  private record Range(double least, double most) {

    static Range of(RatioChartData data) {
      double furthest =
          data.rows().stream()
              .mapToDouble(row -> Math.abs(Math.log(row.ratio())))
              .filter(Double::isFinite)
              .reduce(Math.max(Math.log(1 + data.threshold()), LEAST_REACH), Math::max);
      double limit = Math.exp(LONGEST_INTERVAL * furthest);
      double least = 1 / (1 + data.threshold());
      double most = 1 + data.threshold();
      for (RatioChartData.Row row : data.rows()) {
        least = Math.min(least, Math.min(row.ratio(), Math.max(row.low(), 1 / limit)));
        most = Math.max(most, Math.max(row.ratio(), Math.min(row.high(), limit)));
      }
      return new Range(least / AIR, most * AIR);
    }

    double within(double ratio) {
      return Math.max(least, Math.min(most, ratio));
    }
  }
}
