package bridgebench.reports.page;

/** What a chart is to its question; where room is short, the first ranks are drawn first. */
enum ChartRank {
  /** Shows the question's answer. */
  ANSWER,
  /** Shows what readers ask next: memory, stages, parts of a start, latency. */
  ASKED,
  /** Shows the same closer, or what few need. */
  DETAIL
}
