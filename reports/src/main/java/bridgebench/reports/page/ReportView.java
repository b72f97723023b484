package bridgebench.reports.page;

import java.util.List;

/**
 * A report as the template writes it.
 *
 * @param kicker suite, date and outcome in one line
 * @param title the suite's title
 * @param note the suite's restriction; empty for none
 * @param facts the few facts that every reader needs
 * @param trust how far the machine can be trusted
 * @param warnings what is wrong with the run
 * @param findings the questions in the order in which their answers are told first
 * @param questions in the suite's order
 * @param scenarios the table of all scenarios
 * @param failures failed scenarios and those that were not run
 * @param environment all facts
 * @param noise the machine around the forks
 * @param command what reproduces the run
 * @param seedText what makes a repetition alike
 * @param files raw data to save
 */
public record ReportView(
    String kicker,
    String title,
    String note,
    List<Fact> facts,
    TrustView trust,
    List<String> warnings,
    List<QuestionView> findings,
    List<QuestionView> questions,
    TableView scenarios,
    List<Failure> failures,
    TableView environment,
    TableView noise,
    String command,
    String seedText,
    List<DataFile> files) {

  /**
   * A fact.
   *
   * @param name what it is
   * @param value what it is on this machine
   */
  public record Fact(String name, String value) {}

  /**
   * A scenario without a full result.
   *
   * @param id the scenario's id
   * @param what one paragraph
   * @param detail traceback, stderr tail; empty for none
   */
  public record Failure(String id, String what, String detail) {

    /** The id in pieces after which a line may break. */
    public List<String> pieces() {
      return TableView.Cell.toned(id, "id").pieces();
    }
  }

  /**
   * Raw data inside the page.
   *
   * @param name file name to save as, with {@code .gz}
   * @param label of the link without a script: saves the packed file
   * @param unpackedLabel of the link with one: saves the file itself
   * @param address a data address of the packed file
   */
  public record DataFile(String name, String label, String unpackedLabel, String address) {}
}
