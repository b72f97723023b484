package bridgebench.bridge.task;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.bridge.frame.GoldenBodies;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.FunctionSpec;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Shape;
import bridgebench.scenarios.model.Shapes;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What this side writes has the names of the golden bodies, which Python is held to as well. */
class SetupBodyTest {

  @Test
  void theSetupOfRowsHasTheGoldenNames() throws IOException {
    Scenario scenario =
        TestScenarios.udf(
            Axis.MODE, "arrow-pandas", Axis.COMPRESSION, "none", Axis.DTYPES, "nullable");
    Shape shape = Shapes.named("double");
    FunctionSpec sleep = FunctionSpec.parse("sleep(5ms)");
    byte[] body = SetupBody.of(scenario, shape, sleep, null, sleep.results(shape), false);
    assertThat(GoldenBodies.keysOf(body)).isEqualTo(GoldenBodies.keysOf("setup.bin"));
  }

  @Test
  void theSetupOfBytesHasTheGoldenNames() throws IOException {
    assertThat(GoldenBodies.keysOf(SetupBody.ofBytesOnly("echo")))
        .isEqualTo(GoldenBodies.keysOf("setup-echo.bin"));
  }
}
