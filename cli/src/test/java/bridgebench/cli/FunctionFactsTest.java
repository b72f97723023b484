package bridgebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.Suite;
import bridgebench.scenarios.suite.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A changed function is a changed environment. */
class FunctionFactsTest {

  @TempDir Path folder;

  @Test
  void aFunctionsFileIsKnownByWhatItHolds() throws IOException {
    Path file = Files.writeString(folder.resolve("udf.py"), "def score(x): return x\n");
    Map<String, String> before = FunctionFacts.of(suite(file + ":score"));
    Files.writeString(file, "def score(x): return x + 1\n");
    Map<String, String> after = FunctionFacts.of(suite(file + ":score"));

    assertThat(before).containsOnlyKeys("function.udf.py");
    assertThat(before.get("function.udf.py")).matches("[0-9a-f]{64}");
    assertThat(after.get("function.udf.py")).isNotEqualTo(before.get("function.udf.py"));
  }

  @Test
  void builtInFunctionsAndMissingFilesHaveNoFact() {
    assertThat(FunctionFacts.of(suite("plus-one"))).isEmpty();
    assertThat(FunctionFacts.of(suite(folder + "/none.py:score"))).isEmpty();
  }

  private static Suite suite(String function) {
    Scenario scenario = new Scenario("s", Map.of(Axis.PATH, "udf", Axis.FUNCTION, function));
    Timing timing = new Timing(1, 1, 1_000_000L, 1, 1_000_000L, 2);
    Question question = new Question("q", "?", List.of(scenario), null, timing);
    return new Suite("s", "t", null, List.of(), List.of(question));
  }
}
