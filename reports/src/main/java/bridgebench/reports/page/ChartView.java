package bridgebench.reports.page;

import bridgebench.reports.chart.ChartDrawer;
import bridgebench.reports.chart.ChartSize;
import java.util.Optional;

/**
 * A figure as the template writes it.
 *
 * @param id its address in the page
 * @param title the finding
 * @param subtitle what is drawn
 * @param wide SVG for desktops and paper; empty where nothing can be drawn
 * @param narrow SVG for phones; empty where nothing can be drawn
 * @param table the numbers behind it
 * @param guide how to read it
 */
public record ChartView(
    String id,
    String title,
    String subtitle,
    String wide,
    String narrow,
    TableView table,
    String guide) {

  /** A figure whose numbers stand for its drawing. */
  static ChartView tabled(PlannedChart chart, String anchor) {
    return of(chart, anchor, Optional.empty());
  }

  static ChartView of(PlannedChart chart, String anchor, Optional<ChartDrawer> drawer) {
    String id = anchor + "-" + chart.slug();
    return new ChartView(
        id,
        Sentences.unbroken(chart.data().text().title()),
        chart.data().text().subtitle(),
        drawer.map(pen -> pen.svg(chart.data(), ChartSize.WIDE, id)).orElse(""),
        drawer.map(pen -> pen.svg(chart.data(), ChartSize.NARROW, id)).orElse(""),
        TableView.of(
            "Numbers of the chart “" + chart.data().text().title() + "”", chart.data().table()),
        chart.guide().text());
  }

  public boolean isDrawn() {
    return !wide.isEmpty();
  }
}
