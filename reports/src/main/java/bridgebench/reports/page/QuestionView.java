package bridgebench.reports.page;

import java.util.List;
import java.util.stream.Stream;

/**
 * A question as the template writes it.
 *
 * @param anchor its address in the page
 * @param ask the question
 * @param lead the answer in one sentence
 * @param more further sentences
 * @param rest the sentences after these
 * @param provisional whether the answer rests on fewer than 5 forks without saying so
 * @param shared axes that all arms share, with their values
 * @param skipped sentences about combinations that cannot be measured
 * @param charts the figures
 * @param tabledText what became of the figures that are not drawn; empty where all are
 * @param tabled figures beyond the page's budget of drawings: their numbers alone
 * @param notes what the numbers include and leave out
 * @param tables the tables under the figures
 */
public record QuestionView(
    String anchor,
    String ask,
    String lead,
    List<String> more,
    List<String> rest,
    boolean provisional,
    String shared,
    List<String> skipped,
    List<ChartView> charts,
    String tabledText,
    List<ChartView> tabled,
    PathNotes notes,
    List<Entry> tables) {

  /**
   * A table behind a line to open.
   *
   * @param summary the line
   * @param text a sentence above the table; empty for none
   * @param table the table
   * @param open whether it is open at first
   * @param print whether it is on paper
   */
  public record Entry(String summary, String text, TableView table, boolean open, boolean print) {}

  /** Address of the figure that shows the answer, or of the question where it has none. */
  public String getFirstChart() {
    return Stream.concat(charts.stream(), tabled.stream())
        .findFirst()
        .map(ChartView::id)
        .orElse(anchor);
  }

  public String getFirstChartLabel() {
    return charts.isEmpty() ? "See the table" : "See the chart";
  }
}
