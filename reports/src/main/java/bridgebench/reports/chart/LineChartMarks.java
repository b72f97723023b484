package bridgebench.reports.chart;

import java.awt.BasicStroke;
import java.util.List;

/** Draws the marks of a line chart: crossovers with their intervals, service levels. */
final class LineChartMarks {

  private static final double ROW = 18;
  private static final double SPACE = 6;
  private static final BasicStroke DASHED =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 3}, 0);

  private final PlotFrame frame;
  private final ChartSize size;

  LineChartMarks(PlotFrame frame, ChartSize size) {
    this.frame = frame;
    this.size = size;
  }

  /** Bands and lines, under the data. */
  void drawBehind(List<LineChartData.Mark> marks, double firstLabelTop) {
    double labelTop = firstLabelTop;
    for (LineChartData.Mark mark : marks) {
      if (mark.isVertical()) {
        drawVertical(mark, labelTop);
        labelTop += ROW;
      } else {
        double y = frame.y(mark.value());
        frame.line(frame.area().getMinX(), y, frame.area().getMaxX(), y, Ink.MUTED.color(), DASHED);
      }
    }
  }

  /** The words, over the data. */
  void drawLabels(List<LineChartData.Mark> marks, double firstLabelTop) {
    double labelTop = firstLabelTop;
    for (LineChartData.Mark mark : marks) {
      String label = frame.fitted(mark.label(), false, size.width());
      double width = frame.width(label, false);
      if (mark.isVertical()) {
        double left = beside(frame.x(clamped(mark.value())), width);
        frame.box(left - 2, labelTop - 4, width + 4, ROW - 2, Ink.PAPER.color());
        frame.text(label, left, labelTop + 8, Ink.TEXT, false);
        labelTop += ROW;
      } else {
        double left = frame.area().getMinX() + 6;
        frame.text(label, left, frame.y(mark.value()) - 6, Ink.MUTED, false);
      }
    }
  }

  /** Right of the mark where there is room, else left of it, else as far right as it goes. */
  private double beside(double x, double width) {
    if (x + SPACE + width <= size.width()) {
      return x + SPACE;
    }
    return x - SPACE - width >= 0 ? x - SPACE - width : Math.max(0, size.width() - width);
  }

  private void drawVertical(LineChartData.Mark mark, double labelTop) {
    double bottom = frame.area().getMaxY();
    double x = frame.x(clamped(mark.value()));
    if (mark.high() > mark.low()) {
      double low = Math.max(frame.x(mark.low()), frame.area().getMinX());
      double high = Math.min(frame.x(mark.high()), frame.area().getMaxX());
      double top = frame.area().getMinY();
      frame.box(low, top, Math.max(1, high - low), bottom - top, Ink.BAND.color());
    }
    frame.line(x, labelTop - 2, x, bottom, Ink.MUTED.color(), DASHED);
  }

  private static double clamped(double value) {
    return Math.max(value, Double.MIN_NORMAL);
  }
}
