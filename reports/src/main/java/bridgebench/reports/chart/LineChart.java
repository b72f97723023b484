package bridgebench.reports.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;

/**
 * Draws {@link LineChartData}: bands, lines, markers, and a direct label at each line's end, or a
 * key below where the labels are too long for that.
 */
final class LineChart {

  private static final double TOP = 30;
  private static final double MARK_ROW = 18;
  private static final double BOTTOM = 44;
  private static final double GAP = 10;
  private static final double SWATCH = 18;
  private static final float LINE_WIDTH = 2;
  private static final float BAND_ALPHA = 0.16f;
  private static final double PADDING = 0.04;
  private static final double KEY_ROW = 20;
  private static final double KEY_GAP = 18;

  /** Share of the width that labels at the ends of lines may take. */
  private static final double LONGEST_END_LABEL = 0.26;

  /**
   * A band may reach so much further than the outermost points, so that it does not flatten them.
   */
  private static final double LONGEST_INTERVAL = 3;

  /** More points than this in a line are drawn without markers. */
  private static final int MOST_MARKED_POINTS = 24;

  private final ChartFonts fonts;
  private final ChartSize size;
  private final Graphics2D g2;

  LineChart(ChartFonts fonts, ChartSize size, Graphics2D g2) {
    this.fonts = fonts;
    this.size = size;
    this.g2 = g2;
  }

  /** Draws and returns the height in px. */
  double draw(LineChartData data) {
    AxisRange xs = AxisRange.ofX(data);
    AxisRange ys = AxisRange.ofY(data);
    ScaleAxis x = new ScaleAxis(data.x().scale(), xs.low(), xs.high(), size.isNarrow() ? 4 : 8);
    ScaleAxis y = new ScaleAxis(data.y().scale(), ys.low(), ys.high(), size.isNarrow() ? 5 : 7);
    double left = PlotFrame.leftGutter(fonts, size, data.y().unit(), y.tickValues());
    double right = isKeyed(data) ? GAP : GAP + SWATCH + 6 + widestLabel(data);
    long marks = data.marks().stream().filter(LineChartData.Mark::isVertical).count();
    double top = TOP + marks * MARK_ROW;
    double height = size.lineChartHeight() + marks * MARK_ROW;
    Rectangle2D area =
        new Rectangle2D.Double(left, top, size.width() - left - right, height - top - BOTTOM);
    PlotFrame frame = new PlotFrame(g2, fonts, size, area, x, y);
    new LineChartMarks(frame, size).drawBehind(data.marks(), TOP);
    frame.drawPlot(dataset(data, ys), renderer(data));
    frame.line(
        left, area.getMaxY(), area.getMaxX(), area.getMaxY(), Ink.AXIS.color(), PlotFrame.HAIRLINE);
    frame.drawLeftAxis(data.y().title(), data.y().unit());
    frame.drawBottomAxis(data.x().title(), data.x().unit());
    new LineChartMarks(frame, size).drawLabels(data.marks(), TOP);
    if (isKeyed(data)) {
      return drawKey(data, frame, height);
    }
    drawEndLabels(data, frame);
    return height;
  }

  private static YIntervalSeriesCollection dataset(LineChartData data, AxisRange range) {
    YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
    Scale xs = data.x().scale();
    Scale ys = data.y().scale();
    for (int i = 0; i < data.series().size(); i++) {
      LineChartData.Series line = data.series().get(i);
      YIntervalSeries series = new YIntervalSeries(i, false, true);
      double heldY = Double.NaN;
      for (LineChartData.Point point : line.points()) {
        double px = xs.place(point.x());
        double py = ys.place(point.y());
        if (line.isStep() && !Double.isNaN(heldY)) {
          series.add(px, heldY, heldY, heldY);
        }
        series.add(
            px, py, ys.place(range.within(point.low())), ys.place(range.within(point.high())));
        heldY = py;
      }
      dataset.addSeries(series);
    }
    return dataset;
  }

  private static DeviationRenderer renderer(LineChartData data) {
    DeviationRenderer renderer = new DeviationRenderer(true, true);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setAlpha(BAND_ALPHA);
    renderer.setDrawOutlines(false);
    for (int i = 0; i < data.series().size(); i++) {
      LineChartData.Series line = data.series().get(i);
      renderer.setSeriesPaint(i, line.style().ink().color());
      renderer.setSeriesFillPaint(i, line.style().ink().color());
      renderer.setSeriesStroke(i, stroke(line.style()));
      Shape shape = marker(line);
      renderer.setSeriesShapesVisible(i, shape != null);
      if (shape != null) {
        renderer.setSeriesShape(i, shape);
      }
    }
    return renderer;
  }

  private void drawEndLabels(LineChartData data, PlotFrame frame) {
    List<EndLabels.Label> labels = new ArrayList<>();
    for (LineChartData.Series line : data.series()) {
      LineChartData.Point last = line.points().get(line.points().size() - 1);
      labels.add(new EndLabels.Label(line, frame.x(last.x()), frame.y(last.y())));
    }
    double left = frame.area().getMaxX() + GAP;
    List<EndLabels.Placed> placed =
        EndLabels.place(labels, frame.area().getMinY(), frame.area().getMaxY());
    for (EndLabels.Placed label : placed) {
      drawLabel(label.series(), frame, left, label.y());
    }
  }

  private void drawLabel(LineChartData.Series line, PlotFrame frame, double left, double y) {
    SeriesStyle style = line.style();
    frame.line(left, y, left + SWATCH, y, style.ink().color(), stroke(style));
    Shape marker = marker(line);
    if (marker != null) {
      g2.setPaint(style.ink().color());
      g2.fill(ShapeUtils.createTranslatedShape(marker, left + SWATCH / 2, y));
    }
    String text = frame.fitted(line.label(), false, size.width() - left - SWATCH - 6);
    frame.text(text, left + SWATCH + 6, y + 4.5, Ink.TEXT, false);
  }

  /** Draws the key in rows and returns where it ends. */
  private double drawKey(LineChartData data, PlotFrame frame, double top) {
    double left = 0;
    double y = top + PlotFrame.LINE_HEIGHT / 2;
    for (LineChartData.Series line : data.series()) {
      double width = SWATCH + 6 + fonts.width(line.label(), size.textSize(), false);
      if (left > 0 && left + width > size.width()) {
        left = 0;
        y += KEY_ROW;
      }
      drawLabel(line, frame, left, y);
      left += width + KEY_GAP;
    }
    return y + PlotFrame.LINE_HEIGHT;
  }

  /** Whether a label at the end of its line would be cut or leave too little for the lines. */
  private boolean isKeyed(LineChartData data) {
    return widestLabel(data) > size.width() * LONGEST_END_LABEL;
  }

  private double widestLabel(LineChartData data) {
    return data.series().stream()
        .mapToDouble(line -> fonts.width(line.label(), size.textSize(), false))
        .max()
        .orElse(0);
  }

  private static BasicStroke stroke(SeriesStyle style) {
    if (style.dash().isEmpty()) {
      return new BasicStroke(LINE_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }
    float[] dash = new float[style.dash().size()];
    for (int i = 0; i < dash.length; i++) {
      dash[i] = style.dash().get(i);
    }
    return new BasicStroke(LINE_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }

  private static @Nullable Shape marker(LineChartData.Series line) {
    if (line.isStep() || line.points().size() > MOST_MARKED_POINTS) {
      return null;
    }
    return switch (line.style().marker()) {
      case CIRCLE -> new Ellipse2D.Double(-3.5, -3.5, 7, 7);
      case SQUARE -> new Rectangle2D.Double(-3, -3, 6, 6);
      case DIAMOND -> ShapeUtils.createDiamond(4.2f);
      case TRIANGLE -> ShapeUtils.createUpTriangle(4);
      case TRIANGLE_DOWN -> ShapeUtils.createDownTriangle(4);
      case NONE -> null;
    };
  }

  /** The range of an axis: its values, intervals and marks, with a little air. */
  private record AxisRange(double low, double high) {

    static AxisRange ofX(LineChartData data) {
      List<Double> values = new ArrayList<>();
      data.series().forEach(line -> line.points().forEach(point -> values.add(point.x())));
      return of(values, data.x().scale(), false);
    }

    static AxisRange ofY(LineChartData data) {
      List<Double> values = new ArrayList<>();
      double least = extreme(data, Math::min, Double.POSITIVE_INFINITY);
      double greatest = extreme(data, Math::max, Double.NEGATIVE_INFINITY);
      boolean limited = data.y().scale() == Scale.LOG || data.y().scale() == Scale.LOG_BINARY;
      for (LineChartData.Series line : data.series()) {
        for (LineChartData.Point point : line.points()) {
          values.add(limited ? Math.max(point.low(), least / LONGEST_INTERVAL) : point.low());
          values.add(limited ? Math.min(point.high(), greatest * LONGEST_INTERVAL) : point.high());
        }
      }
      data.marks().stream()
          .filter(mark -> !mark.isVertical())
          .forEach(mark -> values.add(mark.value()));
      return of(values, data.y().scale(), true);
    }

    private static double extreme(LineChartData data, DoubleBinaryOperator choose, double neutral) {
      return data.series().stream()
          .flatMap(line -> line.points().stream())
          .mapToDouble(LineChartData.Point::y)
          .reduce(neutral, choose);
    }

    double within(double value) {
      return Math.max(low, Math.min(high, value));
    }

    private static AxisRange of(List<Double> values, Scale scale, boolean isFromZero) {
      double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
      double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
      return switch (scale) {
        case LINEAR, LINEAR_BINARY -> {
          double floor = isFromZero ? Math.min(0, low) : low;
          double span = high > floor ? high - floor : 1;
          yield new AxisRange(
              isFromZero ? floor : low - span * PADDING, floor + span * (1 + PADDING));
        }
        case LOG, LOG_BINARY -> {
          double span = high > low ? Math.pow(high / low, PADDING) : 2;
          yield new AxisRange(low / span, high * span);
        }
        case NINES -> new AxisRange(0, high);
      };
    }
  }
}
