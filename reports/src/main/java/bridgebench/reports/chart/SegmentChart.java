package bridgebench.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Draws {@link SegmentChartData}: names stand in the segments that are long enough; the names that
 * nowhere fit are keyed above the plot.
 */
final class SegmentChart {

  private static final double BAR_HEIGHT = 24;
  private static final double ROW_HEIGHT = 32;
  private static final double THIN_HEIGHT = 8;
  private static final double THIN_ROW_HEIGHT = 20;
  private static final double GROUP_HEIGHT = 26;
  private static final double GROUP_GAP = 10;
  private static final double BOTTOM = 42;
  private static final double GAP = 10;
  private static final double SWATCH = 11;

  private final ChartFonts fonts;
  private final ChartSize size;
  private final Graphics2D g2;

  SegmentChart(ChartFonts fonts, ChartSize size, Graphics2D g2) {
    this.fonts = fonts;
    this.size = size;
    this.g2 = g2;
  }

  /** Draws and returns the height in px. */
  double draw(SegmentChartData data) {
    double left = labelWidth(data) + GAP;
    double plotWidth = plotWidth(data, size.width() - left - 2);
    Map<String, Ink> keyed = keyed(data, plotWidth);
    double top = drawKey(keyed) + 4;
    double plotHeight = plotHeight(data);
    Rectangle2D area = new Rectangle2D.Double(left, top, plotWidth, plotHeight);
    ScaleAxis axis =
        new ScaleAxis(Scale.LINEAR, 0, positive(data.greatest()), size.isNarrow() ? 3 : 6);
    PlotFrame frame = new PlotFrame(g2, fonts, size, area, axis, null);
    frame.drawPlot(null, null);
    frame.line(left, top, left, top + plotHeight, Ink.AXIS.color(), PlotFrame.HAIRLINE);
    drawRows(data, frame, keyed.keySet());
    frame.drawBottomAxis(data.valueTitle(), data.unit());
    return top + plotHeight + BOTTOM;
  }

  private void drawRows(SegmentChartData data, PlotFrame frame, Set<String> keyed) {
    double top = frame.area().getMinY();
    String group = "";
    for (SegmentChartData.Row row : data.rows()) {
      if (!row.group().isEmpty() && !row.group().equals(group)) {
        group = row.group();
        top += top > frame.area().getMinY() ? GROUP_GAP : 0;
        String heading = frame.fitted(group, true, size.width());
        double headingEnd = Math.max(frame.width(heading, true) + 4, frame.area().getMinX());
        frame.box(0, top - 1, headingEnd + 1, GROUP_HEIGHT - 3, Ink.PAPER.color());
        frame.text(heading, 0, top + 16, Ink.TEXT, true);
        top += GROUP_HEIGHT;
      }
      double height = row.isThin() ? THIN_ROW_HEIGHT : ROW_HEIGHT;
      drawRow(data, row, frame, top + height / 2, keyed);
      top += height;
    }
  }

  private void drawRow(
      SegmentChartData data,
      SegmentChartData.Row row,
      PlotFrame frame,
      double middle,
      Set<String> keyed) {
    double left = frame.area().getMinX();
    Ink labelInk = row.isThin() ? Ink.MUTED : Ink.TEXT;
    frame.rightAligned(
        frame.fitted(row.label(), false, left - GAP), left - GAP, middle + 4.5, labelInk, false);
    double height = row.isThin() ? THIN_HEIGHT : BAR_HEIGHT;
    double from = 0;
    for (SegmentChartData.Segment segment : row.segments()) {
      double start = frame.x(from);
      double width = frame.x(from + segment.length()) - start;
      frame.box(start, middle - height / 2, Math.max(0.5, width), height, segment.ink().color());
      if (from > 0 && width > 2) {
        // A hair of paper parts neighbours of like colour.
        frame.box(start - 0.5, middle - height / 2, 1, height, Ink.PAPER.color());
      }
      boolean isNamed = !row.isThin() && !keyed.contains(segment.name());
      if (isNamed && frame.width(segment.name(), false) + 12 <= width) {
        frame.text(segment.name(), start + 7, middle + 4.5, Ink.TEXT, false);
      }
      from += segment.length();
    }
    if (isTotalShown(data, row)) {
      drawTotal(data, row, frame, middle, frame.x(from));
    }
  }

  private static void drawTotal(
      SegmentChartData data, SegmentChartData.Row row, PlotFrame frame, double middle, double end) {
    String total = data.unit().format(row.length());
    Ink ink = row.isThin() ? Ink.MUTED : Ink.TEXT;
    frame.box(end + 3, middle - 8, frame.width(total, !row.isThin()) + 7, 16, Ink.PAPER.color());
    frame.text(total, end + GAP - 2, middle + 4.5, ink, !row.isThin());
  }

  /** Shares add up to the whole by definition, which needs no saying. */
  private static boolean isTotalShown(SegmentChartData data, SegmentChartData.Row row) {
    return data.unit() != Unit.PERCENT || row.isThin();
  }

  /** Names that fit into none of their segments, with their colours. */
  private Map<String, Ink> keyed(SegmentChartData data, double plotWidth) {
    double perUnit = plotWidth / positive(data.greatest());
    Map<String, Ink> keyed = new LinkedHashMap<>();
    Set<String> named = new LinkedHashSet<>();
    for (SegmentChartData.Row row : data.rows()) {
      for (SegmentChartData.Segment segment : row.segments()) {
        keyed.put(segment.name(), segment.ink());
        double width = segment.length() * perUnit;
        double needed = fonts.width(segment.name(), size.textSize(), false) + 12;
        if (row.isThin() || needed <= width) {
          named.add(segment.name());
        }
      }
    }
    keyed.keySet().removeAll(named);
    return keyed;
  }

  /** Draws the key and returns where it ends. */
  private double drawKey(Map<String, Ink> keyed) {
    if (keyed.isEmpty()) {
      return 0;
    }
    double left = 0;
    double top = 2;
    for (Map.Entry<String, Ink> entry : keyed.entrySet()) {
      double width = SWATCH + 6 + fonts.width(entry.getKey(), size.textSize(), false) + 18;
      if (left > 0 && left + width > size.width()) {
        left = 0;
        top += PlotFrame.LINE_HEIGHT + 4;
      }
      g2.setPaint(entry.getValue().color());
      g2.fill(new Rectangle2D.Double(left, top + 2, SWATCH, SWATCH));
      g2.setPaint(Ink.MUTED.color());
      g2.setFont(fonts.at(size.textSize(), false));
      g2.drawString(entry.getKey(), (float) (left + SWATCH + 6), (float) (top + 12));
      left += width;
    }
    return top + PlotFrame.LINE_HEIGHT + 8;
  }

  private double labelWidth(SegmentChartData data) {
    double atMost = size.width() * 0.28;
    return data.rows().stream()
        .mapToDouble(row -> Math.min(atMost, fonts.width(row.label(), size.textSize(), false)))
        .max()
        .orElse(0);
  }

  /** As wide as the totals behind the bars allow. */
  private double plotWidth(SegmentChartData data, double available) {
    double longest = positive(data.greatest());
    return data.rows().stream()
        .filter(row -> isTotalShown(data, row))
        .filter(row -> row.length() > 0)
        .mapToDouble(
            row -> {
              String total = data.unit().format(row.length());
              double room = available - GAP - fonts.width(total, size.textSize(), true);
              return room * longest / row.length();
            })
        .reduce(available, Math::min);
  }

  private static double plotHeight(SegmentChartData data) {
    double height = 0;
    String group = "";
    for (SegmentChartData.Row row : data.rows()) {
      if (!row.group().isEmpty() && !row.group().equals(group)) {
        group = row.group();
        height += GROUP_HEIGHT + (height > 0 ? GROUP_GAP : 0);
      }
      height += row.isThin() ? THIN_ROW_HEIGHT : ROW_HEIGHT;
    }
    return height;
  }

  private static double positive(double value) {
    return value > 0 ? value : 1;
  }
}
