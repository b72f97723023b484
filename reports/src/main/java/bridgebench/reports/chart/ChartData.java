package bridgebench.reports.chart;

/** What one chart shows, before it is drawn. */
public sealed interface ChartData
    permits BarChartData, HeatmapData, LineChartData, RatioChartData, SegmentChartData {

  /** What the chart is called, in words that state what it shows. */
  ChartText text();

  /** The numbers behind the chart, for readers who do not see it. */
  DataTable table();
}
