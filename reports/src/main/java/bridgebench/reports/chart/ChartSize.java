package bridgebench.reports.chart;

/** The two drawings of each chart: the page shows the one that fits its width. */
public enum ChartSize {
  /** For desktops, tablets and paper. */
  WIDE(720, 380, 13),
  /** For phones: fewer ticks, shorter gutters, the same text size. */
  NARROW(340, 300, 12);

  private final int width;
  private final int lineChartHeight;
  private final int textSize;

  ChartSize(int width, int lineChartHeight, int textSize) {
    this.width = width;
    this.lineChartHeight = lineChartHeight;
    this.textSize = textSize;
  }

  /** Width of the drawing in px. */
  public int width() {
    return width;
  }

  /** Height of a line chart in px; charts with rows grow with them. */
  public int lineChartHeight() {
    return lineChartHeight;
  }

  /** Size of labels in px. */
  public int textSize() {
    return textSize;
  }

  /** The class attribute of the SVG element. */
  public String cssClass() {
    return this == WIDE ? "wide" : "narrow";
  }

  public boolean isNarrow() {
    return this == NARROW;
  }
}
