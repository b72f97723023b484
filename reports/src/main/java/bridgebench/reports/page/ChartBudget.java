package bridgebench.reports.page;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Which of a page's charts are drawn: beyond so many, readers compare tables, not pictures. */
final class ChartBudget {

  private final int most;

  /**
   * @param most full charts on a page
   */
  ChartBudget(int most) {
    this.most = most;
  }

  int most() {
    return most;
  }

  /**
   * The charts to draw, compared by identity: those of the first rank of every question, then those
   * of the second, and within a rank every question's first one before any question's second.
   *
   * @param planned the charts of each question
   */
  Set<PlannedChart> drawn(List<List<PlannedChart>> planned) {
    Set<PlannedChart> drawn = Collections.newSetFromMap(new IdentityHashMap<>());
    for (ChartRank rank : ChartRank.values()) {
      List<List<PlannedChart>> ofRank = planned.stream().map(charts -> of(rank, charts)).toList();
      int longest = ofRank.stream().mapToInt(List::size).max().orElse(0);
      for (int place = 0; place < longest; place++) {
        for (List<PlannedChart> charts : ofRank) {
          if (place < charts.size() && drawn.size() < most) {
            drawn.add(charts.get(place));
          }
        }
      }
    }
    return drawn;
  }

  private static List<PlannedChart> of(ChartRank rank, List<PlannedChart> charts) {
    return charts.stream().filter(chart -> chart.rank() == rank).toList();
  }
}
