package bridgebench.scenarios.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bridgebench.scenarios.model.Axis;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user reads who made a mistake. */
final class SuiteMistakesTest {

  @Test
  void allMistakesAreReportedAtOnceInTheOrderOfTheFile() {
    assertThat(
            SuiteText.problems(
                """
                suite: My UDF
                tilte: What would Arrow gain my UDF?
                defaults: {path: udf, shape: duoble, rows: many, forks: 0}
                questions:
                  - id: modes
                    ask: How much faster is Arrow than pickled rows?
                    axes: {mode: [pikcle, arrow], trnsport: [unix, tcp]}
                    compare: {axis: mode, baseline: pickles}
                  - id: batch-size
                    axes: {mode: [arrow], batchRows: [100, 1_000, 0]}
                    warmupTime: 3
                """))
        .containsExactly(
            "1:8: suite is the suite's name, a short word of a-z, 0-9 and -, such as my-udf;"
                + " got 'My UDF'",
            "2:1: unknown key 'tilte' in a suite: expected one of suite, title, note, jvmArgs,"
                + " defaults, questions; did you mean 'title'?",
            "3:30: unknown shape 'duoble': expected one of long, double, narrow, three-columns,"
                + " mixed, strings, wide-50, nested, asv-5, asv-50, asv-ints, asv-floats, asv-strings,"
                + " asv-timestamps, string(SIZE), binary(SIZE); did you mean 'double'?",
            "3:44: rows: 'many' is not a whole number such as 1_000, 10k or 1M",
            "3:57: forks takes a whole number from 1 to 1000; got '0'",
            "7:19: unknown mode 'pikcle': expected one of jvm, pickle, arrow-row, arrow-pandas,"
                + " arrow; did you mean 'pickle'?",
            "7:35: unknown key 'trnsport' in axes: expected one of path, engine, call, place, origin,"
                + " mode, transport, shape, rows, batchRows, windowRows, function, start, writer, batchesPerSecond, flush, source, workers,"
                + " compression, dtypes, tcpNoDelay, socketBufferBytes, pipe, pipeBytes, stages,"
                + " elements, messageBytes, exchange, direction, firstTasks, threads, plan, rowsAs,"
                + " selfDestruct, splitBlocks, budgetBytes, timeZone; did you mean 'transport'?",
            "8:37: unknown mode 'pickles': expected one of jvm, pickle, arrow-row, arrow-pandas,"
                + " arrow; did you mean 'pickle'?",
            "9:5: the question has no 'ask': ask is the question as a sentence",
            "10:51: batchRows 0: expected 1 to 1073741824",
            "11:17: warmupTime takes a duration from 1ms to 60min, such as 300ms or 2s; got '3'");
  }

  @Test
  void aValueThatIsMissingIsAskedForInTheWordsOfItsAxis() {
    assertThat(
            SuiteText.problems(
                """
                suite: a
                questions:
                  - id: a
                    ask: b
                    axes: {timeZone: "", function: [], shape: {}, budgetBytes: , threads: [[1]]}
                """))
        .containsExactly(
            "5:22: timeZone: expected UTC, or an IANA id such as America/New_York; got nothing",
            "5:36: function: expected at least one value, got an empty list",
            "5:47: shape: expected long, double, narrow, three-columns, mixed, strings, wide-50,"
                + " nested, asv-5, asv-50, asv-ints, asv-floats, asv-strings, asv-timestamps,"
                + " string(SIZE), binary(SIZE); got a map",
            "5:63: budgetBytes: expected a size such as 4GiB; 0 means 75 % of the free memory;"
                + " got nothing",
            "5:76: threads: expected 1 to 8; got a list");
  }

  @Test
  void aSizeOrTimeInBracketsIsToldWithItsAxis() {
    assertThat(
            SuiteText.problems(
                """
                suite: a
                questions: [{id: a, ask: b, axes: {shape: ["string(-1)"], function: ["sleep(5)"]}}]
                """))
        .containsExactly(
            "2:44: shape 'string(-1)': '-1' is not a size such as 8, 64KiB or 16MiB",
            "2:70: function 'sleep(5)': '5' is not a duration such as 500us, 300ms, 2s or 1min");
  }

  @Test
  void aLongWordIsCutInWhatIsSaidAboutIt() {
    String word = "x".repeat(5_000);

    for (String axis : Axis.suiteNames()) {
      assertThat(
              SuiteText.problems(
                  "suite: a\nquestions: [{id: a, ask: b, axes: {" + axis + ": " + word + "}}]"))
          .singleElement()
          .asString()
          .contains("x".repeat(40) + "…'")
          .hasSizeLessThan(500);
    }
  }

  @Test
  void malformedYamlIsPlaced() {
    assertThat(SuiteText.problems("suite: x\nquestions: [\n"))
        .singleElement()
        .asString()
        .startsWith("3:1: malformed YAML");
    assertThat(SuiteText.problems("suite: x\n\tquestions: y\n"))
        .singleElement()
        .asString()
        .startsWith("2:1: malformed YAML");
  }

  @Test
  void aKeyThatIsThereTwiceIsAMistake() {
    assertThat(SuiteText.problems("suite: a\nsuite: b\nquestions: [{id: a, ask: b}]"))
        .containsExactly("2:1: 'suite' is there twice in a suite: first in line 1; keep one");
    assertThat(
            SuiteText.problems(
                "suite: a\nquestions: [{id: a, ask: b, rows: 1, axes: {rows: [2, 3]}}]"))
        .containsExactly("2:35: rows is given beside and under 'axes' of this question; keep one");
    assertThat(SuiteText.problems("suite: a\nquestions: [{id: a, ask: b},\n {id: a, ask: c}]"))
        .containsExactly("3:2: a question before this one has the id 'a' too");
  }

  @Test
  void aFileThatIsNoSuiteIsSaidToBeNone() {
    assertThat(SuiteText.problems(""))
        .containsExactly("the file is empty: expected 'suite', 'title' and 'questions'");
    assertThat(SuiteText.problems("hello"))
        .contains(
            "1:1: a suite is a map of suite, title, note, jvmArgs, defaults, questions; got"
                + " 'hello'");
    assertThat(SuiteText.problems("suite: a\n---\nsuite: b"))
        .singleElement()
        .asString()
        .startsWith("2:1: malformed YAML expected a single document");
    assertThat(SuiteText.problems(new byte[] {'a', (byte) 0xff}))
        .containsExactly("the file is not UTF-8 text");
    assertThat(SuiteText.problems(new byte[(1 << 20) + 1]))
        .containsExactly("a suite has at most 1 MiB; is this a suite file?");
  }

  @Test
  void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
    Path missing = folder.resolve("mine.yaml");

    assertThatThrownBy(() -> SuiteReader.read(missing))
        .isInstanceOf(SuiteException.class)
        .hasMessage(missing + ": there is no such file");
    assertThatThrownBy(() -> SuiteReader.read(folder))
        .hasMessage(folder + ": is a folder, not a suite file");
  }

  @Test
  void aBaselineThatIsNotMeasuredIsAMistake() {
    assertThat(
            problemsOf(
                "{id: a, ask: b, axes: {mode: [jvm, arrow]}, compare: {axis: mode, baseline:"
                    + " pickle}}"))
        .singleElement()
        .asString()
        .endsWith(
            "the baseline pickle is no value of mode in this question: expected one of jvm,"
                + " arrow");
  }

  @Test
  void aComparisonOfNothingIsAMistake() {
    assertThat(
            problemsOf(
                "{id: a, ask: b, axes: {rows: [1k, 1M]}, compare: {axis: mode, baseline: arrow}}"))
        .singleElement()
        .asString()
        .endsWith(
            "there is nothing to compare: no two scenarios differ in mode only, one of them with"
                + " the baseline arrow");
  }

  @Test
  void aQuestionWithoutAPossibleCombinationIsAMistakeWithTheReason() {
    assertThat(problemsOf("{id: a, ask: b, writer: selector, transport: pipe}"))
        .singleElement()
        .asString()
        .endsWith(
            "no combination of these axes is possible: writer selector needs a socket: a pipe"
                + " cannot be selected on in the JVM");
    assertThat(problemsOf("{id: a, ask: b, axes: {function: [upper], shape: [long, double]}}"))
        .singleElement()
        .asString()
        .endsWith(
            "no combination of these axes is possible: function upper applies to no column of"
                + " shape double; it is defined for string; function upper applies to no column of"
                + " shape long; it is defined for string");
  }

  @Test
  void anImpossibleIncludeIsAMistake() {
    assertThat(
            problemsOf(
                "{id: a, ask: b, axes: {mode: [arrow]}, include: [{mode: pickle, compression:"
                    + " lz4}]}"))
        .singleElement()
        .asString()
        .endsWith(
            "no combination of these axes is possible: compression lz4 applies to Arrow modes"
                + " only, not to mode pickle");
  }

  @Test
  void anExcludeThatLeavesNothingOrMatchesNothingIsAMistake() {
    assertThat(problemsOf("{id: a, ask: b, axes: {mode: [arrow]}, exclude: [{mode: arrow}]}"))
        .singleElement()
        .asString()
        .endsWith("exclude leaves the question 'a' no scenario");
    assertThat(problemsOf("{id: a, ask: b, axes: {mode: [arrow]}, exclude: [{mode: pickle}]}"))
        .singleElement()
        .asString()
        .endsWith("this entry of exclude matches no combination of the question");
  }

  @Test
  void anAxisOfAnotherPathIsAMistake() {
    assertThat(problemsOf("{id: a, ask: b, axes: {messageBytes: [8, 64KiB]}}"))
        .singleElement()
        .asString()
        .endsWith("messageBytes does not apply to path udf; it applies to transport, call");
  }

  @Test
  void aListBelongsUnderAxes() {
    assertThat(problemsOf("{id: a, ask: b, mode: [pickle, arrow]}"))
        .singleElement()
        .asString()
        .endsWith("mode takes one value here; a list belongs under 'axes' of a question");
  }

  @Test
  void aFunctionWhoseFileIsMissingIsAMistake() {
    assertThat(problemsOf("{id: a, ask: b, function: 'nowhere.py:f'}"))
        .singleElement()
        .asString()
        .contains("function nowhere.py:f: there is no readable file /");
    assertThat(problemsOf("{id: a, ask: b, function: plusone}"))
        .singleElement()
        .asString()
        .endsWith(
            "unknown function 'plusone': expected one of identity, plus-one, upper, subtract-mean,"
                + " cdf, sleep(5ms) or FILE.py:NAME; did you mean 'plus-one'?");
  }

  @Test
  void moreCombinationsThanAnyoneCanMeasureAreRefusedBeforeTheyAreMade() {
    String rows =
        String.join(", ", java.util.stream.IntStream.range(0, 200).mapToObj(i -> "" + i).toList());
    String batches = rows.replaceFirst("0", "500");

    assertThat(
            problemsOf(
                "{id: a, ask: b, axes: {rows: [" + rows + "], batchRows: [" + batches + "]}}"))
        .singleElement()
        .asString()
        .endsWith("these axes have more than 10000 combinations");
  }

  @Test
  void anAliasBombIsRefused() {
    StringBuilder bomb = new StringBuilder("suite: a\nquestions:\n- &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("- &a").append(i).append(" [*a").append(i - 1).append(", *a").append(i - 1);
      bomb.append("]\n");
    }
    assertThat(SuiteText.problems(bomb.toString())).singleElement().asString().contains("aliases");
    assertThat(SuiteText.problems("&a [*a]")).isNotEmpty();
    assertThat(SuiteText.problems("suite: a\nquestions: &q\n- *q\n")).isNotEmpty();
    assertThat(SuiteText.problems("[".repeat(10_000))).isNotEmpty();
  }

  @Test
  void aTagNeverBuildsAnObject(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("evil.yaml");
    Files.writeString(
        file,
        "suite: !!java.io.FileOutputStream [" + folder.resolve("made") + "]\nquestions: []\n",
        StandardCharsets.UTF_8);

    assertThatThrownBy(() -> SuiteReader.read(file)).isInstanceOf(SuiteException.class);
    assertThat(folder.resolve("made")).doesNotExist();
  }

  private static java.util.List<String> problemsOf(String question) {
    return SuiteText.problems("{suite: s, questions: [" + question + "]}");
  }
}
