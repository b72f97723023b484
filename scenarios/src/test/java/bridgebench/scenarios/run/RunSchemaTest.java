package bridgebench.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.scenarios.SchemaFile;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.suite.Comparison;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.SkippedCombination;
import bridgebench.scenarios.suite.Suite;
import bridgebench.scenarios.suite.Timing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps docs/run.schema.json and the written file one format. */
final class RunSchemaTest {

  private final SchemaFile schema = new SchemaFile("run.schema.json");
  @TempDir Path folder;

  RunSchemaTest() throws IOException {}

  @Test
  void aWrittenRunFileIsValid() throws IOException {
    assertThat(schema.problems(written())).isEmpty();
  }

  @Test
  void aRunWithoutEndIsValid() throws IOException {
    ObjectNode run = written();
    run.putNull("end");

    assertThat(schema.problems(run)).isEmpty();
  }

  @Test
  void aRunFileWithSomethingWrongIsNotValid() throws IOException {
    assertThat(schema.problems(without(written(), "", "environment"))).isNotEmpty();
    assertThat(schema.problems(without(written(), "/scenarios/0", "status"))).isNotEmpty();
    assertThat(schema.problems(without(written(), "/scenarios/0/rowsPerSecond", "low")))
        .isNotEmpty();
    assertThat(schema.problems(with(written(), "/scenarios/0", "status", "fine"))).isNotEmpty();
    assertThat(schema.problems(with(written(), "/scenarios/0/axes", "mood", "good"))).isNotEmpty();
    assertThat(schema.problems(with(written(), "/scenarios/0", "color", "blue"))).isNotEmpty();
    assertThat(schema.problems(with(written(), "/trust", "level", "blue"))).isNotEmpty();
    assertThat(schema.problems(with(written(), "", "formatVersion", "1"))).isNotEmpty();
  }

  @Test
  void theSchemaNamesEveryMember() {
    assertThat(schema.names("/properties")).containsExactlyElementsOf(members(RunFile.class));
    assertThat(schema.names("/$defs/suite/properties")).isEqualTo(members(Suite.class));
    assertThat(schema.names("/$defs/question/properties")).isEqualTo(members(Question.class));
    assertThat(schema.names("/$defs/resolvedScenario/properties"))
        .isEqualTo(members(Scenario.class));
    assertThat(schema.names("/$defs/timing/properties")).isEqualTo(members(Timing.class));
    assertThat(schema.names("/$defs/comparison/properties")).isEqualTo(members(Comparison.class));
    assertThat(schema.names("/$defs/skippedCombination/properties"))
        .isEqualTo(members(SkippedCombination.class));
    assertThat(schema.names("/$defs/failure/properties")).isEqualTo(members(FailureRecord.class));
    assertThat(schema.names("/$defs/figure/properties")).isEqualTo(members(Figure.class));
    assertThat(schema.names("/$defs/trust/properties")).isEqualTo(members(Trust.class));
    assertThat(schema.names("/$defs/trustReason/properties")).isEqualTo(members(TrustReason.class));
    assertThat(schema.names("/$defs/scenario/properties"))
        .containsAll(
            members(ScenarioOutcome.class).stream().filter(m -> !m.equals("figures")).toList());
  }

  @Test
  void theSchemaHasTheWordsOfTheProgram() {
    assertThat(schema.strings("/$defs/scenario/properties/status/enum"))
        .isEqualTo(Stream.of(ScenarioStatus.values()).map(ScenarioStatus::word).toList());
    assertThat(schema.strings("/properties/end/enum"))
        .containsAll(Stream.of(RunEnd.values()).map(RunEnd::word).toList());
    assertThat(schema.strings("/$defs/trust/properties/level/enum"))
        .isEqualTo(Stream.of(TrustLevel.values()).map(TrustLevel::word).toList());
    assertThat(schema.strings("/$defs/axes/propertyNames/enum")).isEqualTo(Axis.suiteNames());
  }

  private ObjectNode written() throws IOException {
    Path file = folder.resolve("run.json");
    JournalContents journal =
        new JournalContents(
            Examples.header(),
            List.of(),
            List.of(Examples.environment("6.19")),
            RunEnd.FINISHED,
            List.of());
    RunFile.of(journal, 1, Examples.trust(), List.of(Examples.outcome(), Examples.failedOutcome()))
        .write(file);
    return (ObjectNode) RunJson.mapper().readTree(file.toFile());
  }

  private static JsonNode without(ObjectNode run, String pointer, String member) {
    ((ObjectNode) run.at(pointer)).remove(member);
    return run;
  }

  private static JsonNode with(ObjectNode run, String pointer, String member, String value) {
    ((ObjectNode) run.at(pointer)).put(member, value);
    return run;
  }

  private static List<String> members(Class<? extends Record> type) {
    return Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
