package bridgebench.reports.page;

import bridgebench.reports.chart.DataTable;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as the template writes it.
 *
 * @param caption what it holds, for screen readers and scrolling regions
 * @param columns left to right
 * @param rows top to bottom; each as many cells as there are columns
 * @param sortable whether the script may offer to sort it
 */
public record TableView(
    String caption, List<Column> columns, List<List<Cell>> rows, boolean sortable) {

  /**
   * A column.
   *
   * @param title its heading
   * @param numeric aligned right, figures of one width
   */
  public record Column(String title, boolean numeric) {}

  /**
   * A cell.
   *
   * @param text what it shows, escaped by the template
   * @param key what sorting compares instead of the text; empty for the text itself
   * @param tone a class such as "good", "bad", "muted"; empty for none
   * @param svg a drawing made by this program, written as it is; empty for none
   */
  public record Cell(String text, String key, String tone, String svg) {

    static Cell text(String text) {
      return new Cell(text, "", "", "");
    }

    static Cell toned(String text, String tone) {
      return new Cell(text, "", tone, "");
    }

    /** A number that sorts by its value, not by its text. */
    static Cell number(String text, double value) {
      return new Cell(text, Double.isNaN(value) ? "-Infinity" : Double.toString(value), "", "");
    }

    static Cell drawing(String svg, double key) {
      return new Cell("", Double.toString(key), "", svg);
    }

    /** The text in pieces after which a line may break: ids are long, figures stay whole. */
    public List<String> pieces() {
      List<String> pieces = new ArrayList<>();
      int from = 0;
      if (!tone.equals("id")) {
        return List.of(text);
      }
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) == '/') {
          pieces.add(text.substring(from, i + 1));
          from = i + 1;
        }
      }
      pieces.add(text.substring(from));
      return pieces;
    }
  }

  /** A table of plain text: the first column names the row, the others are aligned right. */
  static TableView of(String caption, DataTable table) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < table.headers().size(); i++) {
      int column = i;
      boolean numeric =
          i > 0
              && table.rows().stream()
                  .map(row -> row.get(column))
                  .allMatch(text -> text.isEmpty() || isNumber(text));
      columns.add(new Column(table.headers().get(i), numeric));
    }
    List<List<Cell>> rows =
        table.rows().stream().map(row -> row.stream().map(Cell::text).toList()).toList();
    return new TableView(caption, columns, rows, false);
  }

  private static boolean isNumber(String text) {
    char first = text.charAt(0);
    return Character.isDigit(first) || "−–<>".indexOf(first) >= 0;
  }
}
