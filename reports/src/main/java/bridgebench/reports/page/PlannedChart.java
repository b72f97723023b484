package bridgebench.reports.page;

import bridgebench.reports.chart.ChartData;

/**
 * A chart that a question could show.
 *
 * @param slug unique within the question; part of the chart's address in the page
 * @param data what to draw
 * @param guide how to read it
 * @param rank what it is to its question
 */
record PlannedChart(String slug, ChartData data, ReadingGuide guide, ChartRank rank) {}
