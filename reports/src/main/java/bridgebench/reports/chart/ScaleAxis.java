package bridgebench.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A number axis over the places of a {@link Scale}, with gridlines at chosen values and no labels
 * of its own: {@link PlotFrame} writes them where both drawings have room.
 */
final class ScaleAxis extends NumberAxis {

  private final transient Scale scale;
  private final transient List<Double> tickValues;

  /**
   * An axis from low to high.
   *
   * @param low least value shown
   * @param high greatest value shown
   * @param atMostTicks how many labels there is room for
   */
  ScaleAxis(Scale scale, double low, double high, int atMostTicks) {
    this.scale = scale;
    this.tickValues = scale.ticks(low, high, atMostTicks);
    setAutoRange(false);
    setRange(scale.place(low), scale.place(high));
    setTickLabelsVisible(false);
    setTickMarksVisible(false);
    setAxisLineVisible(false);
  }

  List<Double> tickValues() {
    return tickValues;
  }

  /** Where a value is drawn, in px. */
  double px(double value, Rectangle2D area, RectangleEdge edge) {
    return valueToJava2D(scale.place(value), area, edge);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    return tickValues.stream()
        .map(
            value ->
                new NumberTick(scale.place(value), "", TextAnchor.CENTER, TextAnchor.CENTER, 0))
        .toList();
  }

  // Identity is enough: axes are made for one drawing and never compared.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
