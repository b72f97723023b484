package bridgebench.reports.chart;

import java.util.List;

/**
 * A table of text.
 *
 * @param headers one per column; the first column names the row
 * @param rows cells, as many per row as there are headers
 */
public record DataTable(List<String> headers, List<List<String>> rows) {

  public DataTable {
    headers = List.copyOf(headers);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != headers.size()) {
        throw new IllegalArgumentException(
            "a row must have " + headers.size() + " cells " + headers + ": " + row);
      }
    }
  }
}
