package bridgebench.reports.chart;

import java.util.List;

/**
 * Ratios with their intervals around one, a row each: what changed, by how much, and how surely.
 *
 * @param text its words
 * @param valueTitle what the axis shows
 * @param threshold the practical threshold as a fraction: a band of this width lies around one
 * @param rows top to bottom
 */
public record RatioChartData(ChartText text, String valueTitle, double threshold, List<Row> rows)
    implements ChartData {

  /**
   * One ratio.
   *
   * @param label what it is of
   * @param ratio the median
   * @param low lower end of the 95 % interval
   * @param high upper end of the 95 % interval
   * @param verdict the word that may be said of it
   * @param isDifferent whether the verdict says that there is a difference
   */
  public record Row(
      String label, double ratio, double low, double high, String verdict, boolean isDifferent) {}

  public RatioChartData {
    rows = List.copyOf(rows);
  }

  @Override
  public DataTable table() {
    return new DataTable(
        List.of("Scenario", valueTitle, "95 % interval", "Verdict"),
        rows.stream()
            .map(
                row ->
                    List.of(
                        row.label(),
                        Unit.RATIO.format(row.ratio()),
                        row.low() < row.high()
                            ? Unit.RATIO.formatRange(row.low(), row.high())
                            : "–",
                        row.verdict()))
            .toList());
  }
}
