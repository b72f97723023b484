package bridgebench.reports.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Ratios in a grid: how many times the baseline, in each cell.
 *
 * @param text its words
 * @param columnTitle what the columns are
 * @param columns labels, left to right
 * @param rows labels and cells, top to bottom
 */
public record HeatmapData(ChartText text, String columnTitle, List<String> columns, List<Row> rows)
    implements ChartData {

  /**
   * A row of cells.
   *
   * @param label what the row is
   * @param cells one per column
   */
  public record Row(String label, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A ratio.
   *
   * @param ratio how many times the baseline; NaN where nothing was measured
   * @param isShown whether its interval supports a verdict; else the cell stays without colour
   */
  public record Cell(double ratio, boolean isShown) {}

  public HeatmapData {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "row '" + row.label() + "' must have " + columns.size() + " cells: " + row.cells());
      }
    }
  }

  @Override
  public DataTable table() {
    List<String> headers = new ArrayList<>(List.of(columnTitle));
    headers.addAll(columns);
    List<List<String>> cells = new ArrayList<>();
    for (Row row : rows) {
      List<String> line = new ArrayList<>(List.of(row.label()));
      row.cells().forEach(cell -> line.add(cellText(cell)));
      cells.add(line);
    }
    return new DataTable(headers, cells);
  }

  static String cellText(Cell cell) {
    return Double.isNaN(cell.ratio())
        ? "–"
        : Unit.RATIO.format(cell.ratio()) + (cell.isShown() ? "" : " ?");
  }
}
