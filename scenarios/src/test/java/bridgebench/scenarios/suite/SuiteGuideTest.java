package bridgebench.scenarios.suite;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keeps docs/suites.md true. */
final class SuiteGuideTest {

  private final String guide =
      Files.readString(Path.of(System.getProperty("bridgebench.root", ".."), "docs", "suites.md"));

  SuiteGuideTest() throws IOException {}

  @ParameterizedTest
  @EnumSource(Axis.class)
  void everyAxisHasARowWithItsWords(Axis axis) {
    String start = "| `" + axis.suiteName() + "` |";
    String row = guide.lines().filter(line -> line.startsWith(start)).findFirst().orElse("");

    assertThat(row).isNotEmpty();
    assertThat(AxisValues.words(axis))
        .allSatisfy(word -> assertThat(row).contains("`" + word + "`"));
  }

  @Test
  void theExampleIsASuite(@TempDir Path folder) throws Exception {
    int start = guide.indexOf("```yaml\n") + "```yaml\n".length();
    Path file = folder.resolve("my-udf.yaml");
    Files.writeString(file, guide.substring(start, guide.indexOf("```", start)));
    Files.createFile(folder.resolve("tax.py"));

    assertThat(SuiteReader.read(file).scenarios()).hasSize(9);
  }
}
