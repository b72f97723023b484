package bridgebench.reports.page;

import java.util.List;

/**
 * A JMH result file as the template writes it.
 *
 * @param title the file's name
 * @param facts what the file says of itself
 * @param warnings what a reader must know first
 * @param groups benchmarks of one class and mode, in the file's order
 * @param leftOut how many groups have no chart and why; empty when every group has one
 * @param benchmarks the table of all benchmarks
 * @param environment what the file says of JMH and JVM
 */
public record JmhView(
    String title,
    List<ReportView.Fact> facts,
    List<String> warnings,
    List<Group> groups,
    String leftOut,
    TableView benchmarks,
    TableView environment) {

  /**
   * Benchmarks that share a chart.
   *
   * @param anchor its address in the page
   * @param name the class
   * @param charts at most one figure
   */
  public record Group(String anchor, String name, List<ChartView> charts) {}
}
