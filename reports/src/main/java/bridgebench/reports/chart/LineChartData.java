package bridgebench.reports.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines over two numeric axes: sweeps, percentiles, distributions, curves of first tasks, trends.
 *
 * @param text its words
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series in the order of their styles
 * @param marks vertical marks such as crossovers, and horizontal ones such as a service level
 */
public record LineChartData(ChartText text, Axis x, Axis y, List<Series> series, List<Mark> marks)
    implements ChartData {

  /**
   * One axis.
   *
   * @param title what it shows, without its unit
   * @param unit unit of its values
   * @param scale how values are spaced
   */
  public record Axis(String title, Unit unit, Scale scale) {}

  /**
   * One line.
   *
   * @param label the direct label at its end
   * @param style colour, dash, marker
   * @param isStep whether the value holds until the next point
   * @param points by rising x
   */
  public record Series(String label, SeriesStyle style, boolean isStep, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * One point.
   *
   * @param x place on the horizontal axis
   * @param y median
   * @param low lower end of the 95 % interval; equal to y for none
   * @param high upper end of the 95 % interval; equal to y for none
   */
  public record Point(double x, double y, double low, double high) {

    /** A point without an interval. */
    public static Point of(double x, double y) {
      return new Point(x, y, y, y);
    }
  }

  /**
   * A line across the whole plot.
   *
   * @param isVertical true at an x, false at a y
   * @param label what it means
   * @param value where
   * @param low lower end of its interval; equal to value for none
   * @param high upper end of its interval; equal to value for none
   */
  public record Mark(boolean isVertical, String label, double value, double low, double high) {}

  public LineChartData {
    series = series.stream().filter(line -> !line.points().isEmpty()).toList();
    marks = List.copyOf(marks);
  }

  @Override
  public DataTable table() {
    boolean hasIntervals =
        series.stream()
            .flatMap(line -> line.points().stream())
            .anyMatch(point -> point.low() < point.high());
    List<String> headers = new ArrayList<>(List.of("Series", x.title(), y.title()));
    if (hasIntervals) {
      headers.addAll(List.of("Low", "High"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Series line : series) {
      for (Point point : line.points()) {
        List<String> row = new ArrayList<>();
        row.add(line.label());
        row.add(x.unit().tick(point.x()));
        row.add(y.unit().format(point.y()));
        if (hasIntervals) {
          boolean hasInterval = point.low() < point.high();
          row.add(hasInterval ? y.unit().format(point.low()) : "–");
          row.add(hasInterval ? y.unit().format(point.high()) : "–");
        }
        rows.add(row);
      }
    }
    return new DataTable(headers, rows);
  }
}
