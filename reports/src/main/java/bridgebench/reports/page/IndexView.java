package bridgebench.reports.page;

import java.util.List;

/**
 * The index of many runs as the template writes it.
 *
 * @param title a heading
 * @param runs newest first
 * @param machines machines with runs of the same suite to follow over time
 */
public record IndexView(String title, List<Run> runs, List<Machine> machines) {

  /**
   * A run.
   *
   * @param link of its report; empty where it has none
   * @param id the run's id
   * @param title the suite's title
   * @param when when it began
   * @param machine what it was measured on
   * @param state how it ended and how many scenarios it has
   */
  public record Run(
      String link, String id, String title, String when, String machine, String state) {}

  /**
   * Trends on one machine.
   *
   * @param anchor its address in the page
   * @param name what it is
   * @param trends a row for each scenario with two runs or more
   */
  public record Machine(String anchor, String name, TableView trends) {}
}
