package bridgebench.reports.chart;

/**
 * The words of a chart.
 *
 * @param title the finding, as one sentence
 * @param subtitle what is drawn, with its unit
 * @param description for screen readers: what the drawing looks like and says
 */
public record ChartText(String title, String subtitle, String description) {}
