package bridgebench.reports.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of segments on a time axis from zero: the parts of a worker's start one after another, or
 * the stages of each actor.
 *
 * @param text its words
 * @param valueTitle what the axis shows
 * @param unit unit of the values
 * @param rows top to bottom
 */
public record SegmentChartData(ChartText text, String valueTitle, Unit unit, List<Row> rows)
    implements ChartData {

  /**
   * One row.
   *
   * @param group heading above the row; empty for none, or where it equals that of the row before
   * @param label what the row is
   * @param isThin drawn half as high: a figure beside the row above, not part of it
   * @param segments one after another from zero
   */
  public record Row(String group, String label, boolean isThin, List<Segment> segments) {
    public Row {
      segments = List.copyOf(segments);
    }

    double length() {
      return segments.stream().mapToDouble(Segment::length).sum();
    }
  }

  /**
   * A part of a row.
   *
   * @param name what it is, the same in every row
   * @param ink its colour, the same in every row
   * @param length in the chart's unit
   */
  public record Segment(String name, Ink ink, double length) {}

  public SegmentChartData {
    rows = List.copyOf(rows);
  }

  double greatest() {
    return rows.stream().mapToDouble(Row::length).max().orElse(1);
  }

  @Override
  public DataTable table() {
    List<List<String>> cells = new ArrayList<>();
    for (Row row : rows) {
      String name = row.group().isEmpty() ? row.label() : row.group() + ", " + row.label();
      for (Segment segment : row.segments()) {
        cells.add(List.of(name, segment.name(), unit.format(segment.length())));
      }
    }
    return new DataTable(List.of("Row", "Part", valueTitle), cells);
  }
}
