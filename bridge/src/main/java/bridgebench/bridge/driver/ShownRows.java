package bridgebench.bridge.driver;

import bridgebench.bridge.driver.plan.Limited;
import bridgebench.bridge.driver.plan.Plan;
import bridgebench.bridge.driver.plan.RowStream;
import bridgebench.bridge.rows.RowRun;
import bridgebench.scenarios.model.ColumnSpec;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The first rows as a table of text, laid out as Spark's {@code Dataset.showString} does. */
final class ShownRows {

  private static final int LEAST_WIDTH = 3;

  /** Characters that take two places, in the ranges that Spark's own table knows. */
  private static final Pattern FULL_WIDTH =
      Pattern.compile(
          "[\\u1100-\\u115F\\u2E80-\\u303E\\u3041-\\u33FF\\u3400-\\u4DBF\\u4E00-\\u9FFF"
              + "\\uAC00-\\uD7A3\\uF900-\\uFAFF\\uFE30-\\uFE4F\\uFF00-\\uFF60\\uFFE0-\\uFFE6]");

  private ShownRows() {}

  /**
   * The table.
   *
   * @param rows how many rows are shown at most
   * @param truncate the longest cell; 0 for no limit
   * @param zone the zone of timestamps
   */
  static String of(Plan plan, int rows, int truncate, ZoneId zone) {
    List<List<String>> table = new ArrayList<>();
    table.add(plan.columns().stream().map(column -> shortened(column.name(), truncate)).toList());
    boolean more = readRows(plan, rows, truncate, zone, table);
    return text(table, more, rows);
  }

  private static boolean readRows(
      Plan plan, int rows, int truncate, ZoneId zone, List<List<String>> table) {
    List<ColumnSpec> columns = plan.columns();
    RowStream stream = new Limited(plan, rows + 1L).open();
    for (RowRun run = stream.next(rows + 1); run != null; run = stream.next(rows + 1)) {
      for (int row = 0; row < run.rows(); row++) {
        if (table.size() > rows) {
          return true;
        }
        List<String> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
          cells.add(shortened(CellText.of(run.column(i), run.start(i) + row, zone), truncate));
        }
        table.add(cells);
      }
    }
    return false;
  }

  private static String shortened(String cell, int truncate) {
    if (truncate <= 0 || cell.length() <= truncate) {
      return cell;
    }
    return truncate < 4 ? cell.substring(0, truncate) : cell.substring(0, truncate - 3) + "...";
  }

  private static String text(List<List<String>> table, boolean more, int rows) {
    int[] widths = widths(table);
    StringBuilder border = new StringBuilder("+");
    for (int width : widths) {
      border.append("-".repeat(width)).append('+');
    }
    border.append('\n');
    StringBuilder text = new StringBuilder(border);
    for (int i = 0; i < table.size(); i++) {
      appendRow(text, table.get(i), widths);
      if (i == 0) {
        text.append(border);
      }
    }
    text.append(border);
    if (more) {
      text.append("only showing top ").append(rows).append(rows == 1 ? " row\n" : " rows\n");
    }
    return text.toString();
  }

  private static void appendRow(StringBuilder text, List<String> cells, int[] widths) {
    text.append('|');
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      text.append(" ".repeat(widths[i] - places(cell))).append(cell).append('|');
    }
    text.append('\n');
  }

  private static int[] widths(List<List<String>> table) {
    int[] widths = new int[table.get(0).size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = LEAST_WIDTH;
      for (List<String> row : table) {
        widths[i] = Math.max(widths[i], places(row.get(i)));
      }
    }
    return widths;
  }

  private static int places(String cell) {
    return cell.length() + (int) FULL_WIDTH.matcher(cell).results().count();
  }
}
