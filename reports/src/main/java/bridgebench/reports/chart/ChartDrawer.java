package bridgebench.reports.chart;

/** Draws charts as SVG; one drawer serves a whole page. */
public final class ChartDrawer {

  private final ChartFonts fonts;

  public ChartDrawer(ChartFonts fonts) {
    this.fonts = fonts;
  }

  /**
   * One chart in one size.
   *
   * @param id unique in the page; prefixes the ids of title and description
   * @return an {@code svg} element with role, title and description
   */
  public String svg(ChartData data, ChartSize size, String id) {
    SvgCanvas canvas = SvgCanvas.blank(fonts.at(size.textSize(), false));
    double height = draw(data, size, canvas);
    String name = SvgCompactor.escaped(id) + (size.isNarrow() ? "-n" : "-w");
    return "<svg class=\""
        + size.cssClass()
        + "\" viewBox=\"0 0 "
        + size.width()
        + " "
        + Math.round(height)
        + "\" role=\"img\" aria-labelledby=\""
        + name
        + "t "
        + name
        + "d\"><title id=\""
        + name
        + "t\">"
        + SvgCompactor.escaped(data.text().title())
        + "</title><desc id=\""
        + name
        + "d\">"
        + SvgCompactor.escaped(data.text().description())
        + "</desc>"
        + canvas.elements()
        + "</svg>";
  }

  private double draw(ChartData data, ChartSize size, SvgCanvas canvas) {
    if (data instanceof BarChartData bars) {
      return new BarChart(fonts, size, canvas).draw(bars);
    }
    if (data instanceof LineChartData lines) {
      return new LineChart(fonts, size, canvas).draw(lines);
    }
    if (data instanceof SegmentChartData segments) {
      return new SegmentChart(fonts, size, canvas).draw(segments);
    }
    if (data instanceof RatioChartData ratios) {
      return new RatioChart(fonts, size, canvas).draw(ratios);
    }
    return new Heatmap(fonts, size, canvas).draw((HeatmapData) data);
  }
}
