package bridgebench.reports.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Places the labels at the ends of lines so that none covers another. */
final class EndLabels {

  private static final double SPACING = 17;

  /** Where a line ends, in px. */
  record Label(LineChartData.Series series, double endX, double endY) {}

  /** Where its label goes, in px. */
  record Placed(LineChartData.Series series, double y) {}

  private EndLabels() {}

  /** Keeps the lines' order from top to bottom and moves labels as little as that allows. */
  static List<Placed> place(List<Label> labels, double top, double bottom) {
    List<Label> sorted = new ArrayList<>(labels);
    sorted.sort(Comparator.comparingDouble(Label::endY));
    double spacing = Math.min(SPACING, (bottom - top) / Math.max(1, sorted.size() - 1));
    double[] y = new double[sorted.size()];
    double above = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.max(sorted.get(i).endY(), above + spacing);
      above = y[i];
    }
    double below = bottom + spacing;
    for (int i = y.length - 1; i >= 0; i--) {
      y[i] = Math.min(y[i], below - spacing);
      below = y[i];
    }
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      placed.add(new Placed(sorted.get(i).series(), y[i]));
    }
    return placed;
  }
}
