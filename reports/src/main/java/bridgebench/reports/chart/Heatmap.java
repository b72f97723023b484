package bridgebench.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Draws {@link HeatmapData}: the ratio stands in each cell, its colour says which side of one. */
final class Heatmap {

  private static final double CELL_HEIGHT = 34;
  private static final double HEADER = 44;
  private static final double GAP = 10;
  private static final double MAX_CELL_WIDTH = 110;

  /** Ratios at which the colour deepens, above one; below one by their inverse. */
  private static final double[] STEPS = {1.02, 1.5, 3, 10};

  private static final Ink[] INKS = {
    Ink.HEAT_0,
    Ink.HEAT_1,
    Ink.HEAT_2,
    Ink.HEAT_3,
    Ink.HEAT_4,
    Ink.HEAT_5,
    Ink.HEAT_6,
    Ink.HEAT_7,
    Ink.HEAT_8
  };

  private final ChartFonts fonts;
  private final ChartSize size;
  private final Graphics2D g2;

  Heatmap(ChartFonts fonts, ChartSize size, Graphics2D g2) {
    this.fonts = fonts;
    this.size = size;
    this.g2 = g2;
  }

  /** Draws and returns the height in px. */
  double draw(HeatmapData data) {
    double left = labelWidth(data) + GAP;
    double cellWidth =
        Math.min(MAX_CELL_WIDTH, (size.width() - left) / Math.max(1, data.columns().size()));
    Rectangle2D area =
        new Rectangle2D.Double(
            left, HEADER, cellWidth * data.columns().size(), CELL_HEIGHT * data.rows().size());
    ScaleAxis axis = new ScaleAxis(Scale.LINEAR, 0, 1, 1);
    PlotFrame frame = new PlotFrame(g2, fonts, size, area, axis, null);
    frame.text(data.columnTitle(), left, size.textSize(), Ink.MUTED, false);
    for (int column = 0; column < data.columns().size(); column++) {
      String label = frame.fitted(data.columns().get(column), false, cellWidth - 4);
      centred(frame, label, left + (column + 0.5) * cellWidth, HEADER - 8, Ink.TEXT);
    }
    for (int row = 0; row < data.rows().size(); row++) {
      drawRow(data.rows().get(row), frame, HEADER + row * CELL_HEIGHT, cellWidth);
    }
    return HEADER + area.getHeight() + 6;
  }

  private static void drawRow(HeatmapData.Row row, PlotFrame frame, double top, double cellWidth) {
    double left = frame.area().getMinX();
    double baseline = top + CELL_HEIGHT / 2 + 4.5;
    frame.rightAligned(
        frame.fitted(row.label(), false, left - GAP), left - GAP, baseline, Ink.TEXT, false);
    for (int column = 0; column < row.cells().size(); column++) {
      HeatmapData.Cell cell = row.cells().get(column);
      double start = left + column * cellWidth;
      frame.box(start + 1, top + 1, cellWidth - 2, CELL_HEIGHT - 2, ink(cell).color());
      String text = frame.fitted(HeatmapData.cellText(cell), false, cellWidth - 4);
      centred(frame, text, start + cellWidth / 2, baseline, cell.isShown() ? Ink.TEXT : Ink.MUTED);
    }
  }

  private static void centred(
      PlotFrame frame, String text, double middle, double baseline, Ink ink) {
    frame.text(text, middle - frame.width(text, false) / 2, baseline, ink, false);
  }

  private double labelWidth(HeatmapData data) {
    double atMost = size.width() * 0.28;
    return data.rows().stream()
        .mapToDouble(row -> Math.min(atMost, fonts.width(row.label(), size.textSize(), false)))
        .max()
        .orElse(0);
  }

  private static Ink ink(HeatmapData.Cell cell) {
    int neutral = INKS.length / 2;
    if (!cell.isShown() || Double.isNaN(cell.ratio())) {
      return INKS[neutral];
    }
    double distance = cell.ratio() >= 1 ? cell.ratio() : 1 / cell.ratio();
    int depth = 0;
    while (depth < STEPS.length && distance >= STEPS[depth]) {
      depth++;
    }
    return INKS[cell.ratio() >= 1 ? neutral + depth : neutral - depth];
  }
}
