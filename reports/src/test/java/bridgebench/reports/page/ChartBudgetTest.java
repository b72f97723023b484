package bridgebench.reports.page;

import static bridgebench.reports.page.ChartRank.ANSWER;
import static bridgebench.reports.page.ChartRank.ASKED;
import static bridgebench.reports.page.ChartRank.DETAIL;
import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.chart.ChartText;
import bridgebench.reports.chart.RatioChartData;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChartBudgetTest {

  @Test
  void everyAnswerComesBeforeWhatIsAskedNextAndThatBeforeDetails() {
    List<PlannedChart> one =
        List.of(chart("a", ANSWER), chart("b", DETAIL), chart("c", ASKED), chart("d", ASKED));
    List<PlannedChart> other = List.of(chart("e", ANSWER), chart("f", ASKED));
    assertThat(drawn(2, one, other)).containsExactlyInAnyOrder("a", "e");
    assertThat(drawn(4, one, other)).containsExactlyInAnyOrder("a", "e", "c", "f");
    assertThat(drawn(5, one, other)).containsExactlyInAnyOrder("a", "e", "c", "f", "d");
    assertThat(drawn(9, one, other)).hasSize(6);
  }

  @SafeVarargs
  private static List<String> drawn(int most, List<PlannedChart>... questions) {
    Set<PlannedChart> drawn = new ChartBudget(most).drawn(List.of(questions));
    return drawn.stream().map(PlannedChart::slug).toList();
  }

  private static PlannedChart chart(String slug, ChartRank rank) {
    RatioChartData data =
        new RatioChartData(new ChartText("t", "s", "d"), "Speed", 0.05, List.of());
    return new PlannedChart(slug, data, ReadingGuide.RATIOS, rank);
  }
}
