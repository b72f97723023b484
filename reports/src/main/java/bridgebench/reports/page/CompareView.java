package bridgebench.reports.page;

import java.util.List;

/**
 * A comparison of runs as the template writes it.
 *
 * @param title what is compared
 * @param warnings what a reader must know first
 * @param runs the inputs
 * @param differences facts on which their environments differ; no rows when they agree
 * @param scope what no interval of the comparison holds
 * @param candidates one per run after the first
 */
public record CompareView(
    String title,
    List<String> warnings,
    TableView runs,
    TableView differences,
    String scope,
    List<Candidate> candidates) {

  /**
   * A candidate against the baseline.
   *
   * @param anchor its address in the page
   * @param name its label
   * @param sentence the outcome
   * @param counts how many scenarios got which verdict
   * @param charts at most one figure
   * @param scenarios the table of all common scenarios
   * @param missing sentences about scenarios that only one side has
   */
  public record Candidate(
      String anchor,
      String name,
      String sentence,
      List<ReportView.Fact> counts,
      List<ChartView> charts,
      TableView scenarios,
      List<String> missing) {}
}
