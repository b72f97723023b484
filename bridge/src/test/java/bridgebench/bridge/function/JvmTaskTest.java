package bridgebench.bridge.function;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.bridge.rows.RowWindow;
import bridgebench.bridge.rows.TestWindows;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Shapes;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmTaskTest {

  @ParameterizedTest
  @CsvSource({
    "double, plus-one, columns",
    "double, plus-one, rows",
    "mixed, plus-one, columns",
    "mixed, upper, rows",
    "mixed, subtract-mean, columns",
    "narrow, cdf, rows",
    "nested, identity, rows",
    "long, sleep(1us), columns"
  })
  void everyBatchIsReadTransformedAndJudged(String shape, String function, String source) {
    RowWindow window = TestWindows.fill(Shapes.named(shape), 1_000, 3);
    Scenario scenario =
        new Scenario(
            "udf/jvm",
            Map.of(
                Axis.MODE,
                "jvm",
                Axis.FUNCTION,
                function,
                Axis.SOURCE,
                source,
                Axis.BATCH_ROWS,
                "1000"));
    JvmTask task = new JvmTask(scenario, window);
    assertThat(task.run(0)).isZero();
    assertThat(task.run(1)).isEqualTo(1);
    assertThat(task.run(2L * window.rows() + 1)).isEqualTo(2L * window.rows() / 1_000 + 1);
  }
}
