package bridgebench.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Horizontal bars from zero with an interval each, in groups.
 *
 * @param text its words
 * @param valueTitle what the value axis shows, for example "rows per second"
 * @param unit unit of the values
 * @param groups top to bottom
 */
public record BarChartData(ChartText text, String valueTitle, Unit unit, List<Group> groups)
    implements ChartData {

  /**
   * Bars under one heading.
   *
   * @param label the heading; empty for none
   * @param bars top to bottom
   */
  public record Group(String label, List<Bar> bars) {
    public Group {
      bars = List.copyOf(bars);
    }
  }

  /**
   * One bar.
   *
   * @param label what it is
   * @param style its colour
   * @param value the median
   * @param low lower end of the 95 % interval; equal to the other end for none, as of one fork
   * @param high upper end of the 95 % interval
   */
  public record Bar(String label, SeriesStyle style, double value, double low, double high) {

    boolean hasInterval() {
      return low < high;
    }
  }

  private static final String NONE = "–";

  private static final double LONGEST_INTERVAL = 2;

  public BarChartData {
    groups = List.copyOf(groups);
  }

  /**
   * Upper end of the scale: that of the longest bar or interval, but no more than {@link
   * #LONGEST_INTERVAL} times the longest bar, so that an interval of few forks does not flatten the
   * bars.
   */
  double greatest() {
    double longestBar = greatest(Bar::value);
    double longest = Math.max(longestBar, greatest(Bar::high));
    return longestBar > 0 ? Math.min(longest, LONGEST_INTERVAL * longestBar) : Math.max(longest, 1);
  }

  /** How far the bar or its interval is drawn. */
  double end(Bar bar) {
    return Math.min(greatest(), Math.max(bar.value(), bar.high()));
  }

  private double greatest(ToDoubleFunction<Bar> amount) {
    return groups.stream()
        .flatMap(group -> group.bars().stream())
        .mapToDouble(amount)
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  @Override
  public DataTable table() {
    boolean isGrouped = groups.stream().anyMatch(group -> !group.label().isEmpty());
    List<List<String>> rows = new ArrayList<>();
    for (Group group : groups) {
      for (Bar bar : group.bars()) {
        List<String> row = new ArrayList<>(List.of(bar.label()));
        if (isGrouped) {
          row.add(group.label());
        }
        row.add(unit.format(bar.value()));
        row.add(bar.hasInterval() ? unit.format(bar.low()) : NONE);
        row.add(bar.hasInterval() ? unit.format(bar.high()) : NONE);
        rows.add(row);
      }
    }
    List<String> headers = new ArrayList<>(List.of("Arm"));
    if (isGrouped) {
      headers.add("Group");
    }
    headers.addAll(List.of("Median", "Low", "High"));
    return new DataTable(headers, rows);
  }
}
