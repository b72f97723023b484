package bridgebench.scenarios.suite;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.scenarios.SchemaFile;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisValues;
import bridgebench.scenarios.model.AxisWord;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Switch;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Keeps docs/suite.schema.json and the reader one grammar. */
final class SuiteSchemaTest {

  private final SchemaFile schema = new SchemaFile("suite.schema.json");

  SuiteSchemaTest() throws IOException {}

  static List<String> shippedSuites() {
    return SuiteReader.shippedNames();
  }

  static Stream<Axis> axesOfWords() {
    return Stream.of(Axis.values()).filter(axis -> !AxisValues.words(axis).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("shippedSuites")
  void everyShippedSuiteIsValid(String name) throws SuiteException {
    assertThat(schema.problems(json(SuiteReader.shippedText(name)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("axesOfWords")
  void theSchemaHasTheWordsOfEveryAxis(Axis axis) {
    String definition = "/$defs/" + axis.suiteName();
    List<String> words =
        Stream.of("/enum", "/anyOf/0/enum")
            .flatMap(place -> schema.strings(definition + place).stream())
            .toList();
    List<String> expected = AxisValues.words(axis);

    if (expected.equals(AxisWord.words(Switch.class))) {
      words = schema.strings("/$defs/switch/anyOf/0/enum");
    }
    assertThat(words).isEqualTo(expected);
  }

  @Test
  void theSchemaHasTheKeysOfTheReader() {
    assertThat(schema.names("/properties")).containsExactlyElementsOf(SuiteParser.KEYS);
    assertThat(schema.names("/$defs/defaults/properties"))
        .containsExactlyElementsOf(SuiteParser.DEFAULT_KEYS);
    assertThat(schema.names("/$defs/question/properties"))
        .containsExactlyInAnyOrderElementsOf(QuestionParser.KEYS);
    assertThat(schema.names("/$defs/axes/properties")).containsExactlyElementsOf(Axis.suiteNames());
    assertThat(schema.strings("/$defs/compare/properties/axis/enum")).isEqualTo(Axis.suiteNames());
    assertThat(schema.names("/$defs/axes/properties/batchRows/anyOf/2/properties"))
        .isEqualTo(AxisWord.words(Mode.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{suite: my-udf, questions: []}",
        "{suite: My UDF, questions: [{id: a, ask: b}]}",
        "{suite: my-udf, tittle: x, questions: [{id: a, ask: b}]}",
        "{suite: my-udf, questions: [{ask: b}]}",
        "{suite: my-udf, questions: [{id: a, ask: b, axes: {mode: [pikcle]}}]}",
        "{suite: my-udf, questions: [{id: a, ask: b, axes: {mode: []}}]}",
        "{suite: my-udf, questions: [{id: a, ask: b, rows: lots}]}",
        "{suite: my-udf, questions: [{id: a, ask: b, mode: [pickle]}]}",
        "{suite: my-udf, questions: [{id: a, ask: b, warmupTime: 3}]}",
        "{suite: my-udf, questions: [{id: a, ask: b, compare: {axis: mode}}]}",
        "{suite: my-udf, questions: [{id: a, ask: b, shape: duoble}]}",
        "{suite: my-udf, defaults: {id: x}, questions: [{id: a, ask: b}]}",
        "{suite: my-udf, jvmArgs: Xmx512m, questions: [{id: a, ask: b}]}"
      })
  void whatTheReaderRefusesForItsFormTheSchemaRefusesToo(String yaml) {
    assertThat(schema.problems(json(yaml))).isNotEmpty();
    assertThat(SuiteText.problems(yaml)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{suite: my-udf, questions: [{id: a, ask: b}]}",
        "{suite: a, questions: [{id: a, ask: b, batchRows: {pickle: 100, arrow: 10k}}]}",
        "{suite: a, questions: [{id: a, ask: b, axes: {batchRows: {arrow: [1k, 10k]}}}]}",
        "{suite: a, questions: [{id: a, ask: b, axes: {tcpNoDelay: [on, off], transport: tcp}}]}",
        "{suite: a, questions: [{id: a, ask: b, function: 'sleep(5ms)', threshold: 2.5}]}",
        "{suite: a, questions: [{id: a, ask: b, include: [{mode: jvm}], shape: string(16MiB), batchRows: 2}]}"
      })
  void whatTheReaderAcceptsTheSchemaAcceptsToo(String yaml) {
    assertThat(schema.problems(json(yaml))).isEmpty();
    assertThat(SuiteText.problems(yaml)).isEmpty();
  }

  private static JsonNode json(String yaml) {
    Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    return new ObjectMapper().valueToTree(document);
  }
}
