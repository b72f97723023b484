package bridgebench.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.chart.Ink;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StageTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spawn interpreter imports connect function first-batch",
        "read decode compute encode write",
        "plan connect read decode rows cycle-search to-pandas",
        "from-pandas plan connect encode write wait"
      })
  void noTwoPartsOfOneActorShareAColourAndNoneLooksUnaccounted(String parts) {
    List<Ink> inks = Arrays.stream(parts.split(" ")).map(StageText::ink).toList();
    assertThat(inks).doesNotHaveDuplicates().doesNotContain(Ink.UNACCOUNTED);
  }
}
