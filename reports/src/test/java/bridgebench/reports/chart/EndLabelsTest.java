package bridgebench.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class EndLabelsTest {

  private static final LineChartData.Series LINE =
      new LineChartData.Series("x", SeriesStyle.of("x", 0), false, List.of());

  @Property
  void labelsNeverCoverEachOtherNorLeaveThePlot(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 30, max = 330) Double> ends) {
    List<EndLabels.Placed> placed =
        EndLabels.place(
            ends.stream().map(end -> new EndLabels.Label(LINE, 0, end)).toList(), 30, 330);
    for (int i = 0; i < placed.size(); i++) {
      assertThat(placed.get(i).y()).isBetween(29.9, 330.1);
      if (i > 0) {
        assertThat(placed.get(i).y() - placed.get(i - 1).y()).isGreaterThan(13);
      }
    }
  }
}
