package bridgebench.reports.findings;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.scenarios.run.JournalContents;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the analysis writes is what docs/run.schema.json promises. */
class RunFileSchemaTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Stream<JournalContents> journals() {
    return Stream.of(
        SyntheticRuns.everything(1),
        SyntheticRuns.of(SyntheticSuites.driver(5), 2).journal(),
        SyntheticRuns.of(SyntheticSuites.everything(1), 3).interruptedAfter(10).journal());
  }

  @ParameterizedTest
  @MethodSource("journals")
  void aRunFileIsValid(JournalContents journal, @TempDir Path folder) throws Exception {
    Path file = folder.resolve("run.json");
    RunAnalysis.of(journal).toRunFile().write(file);
    Path root = Path.of(System.getProperty("bridgebench.root", ".."));
    JsonNode schema = MAPPER.readTree(root.resolve("docs/run.schema.json").toFile());

    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(MAPPER.readTree(file.toFile())))
        .isEmpty();
  }
}
