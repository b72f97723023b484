package bridgebench.scenarios.suite;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How questions become scenarios. */
final class ExpansionTest {

  @Test
  void theExampleOfTheDesignExpandsToReadableIds() {
    Suite suite =
        SuiteText.suite(
            """
            suite: my-udf
            title: What would Arrow gain my UDF?
            defaults: {path: udf, shape: double, rows: 1_000_000, function: plus-one, forks: 5}
            questions:
              - id: modes
                ask: How much faster is Arrow than pickled rows?
                axes: {mode: [pickle, arrow-pandas, arrow], transport: [unix, tcp]}
                compare: {axis: mode, baseline: pickle}
              - id: batch-size
                ask: Which batch size is enough?
                axes: {mode: [arrow], batchRows: [100, 1_000, 10_000, 100_000]}
            """);

    assertThat(suite.scenarios().stream().map(planned -> planned.scenario().id()))
        .containsExactly(
            "udf/pickle/unix/double/rows=1M/batch=100/plus-one",
            "udf/pickle/tcp/double/rows=1M/batch=100/plus-one",
            "udf/arrow-pandas/unix/double/rows=1M/batch=10k/plus-one",
            "udf/arrow-pandas/tcp/double/rows=1M/batch=10k/plus-one",
            "udf/arrow/unix/double/rows=1M/batch=10k/plus-one",
            "udf/arrow/tcp/double/rows=1M/batch=10k/plus-one",
            "udf/arrow/unix/double/rows=1M/batch=100/plus-one",
            "udf/arrow/unix/double/rows=1M/batch=1k/plus-one",
            "udf/arrow/unix/double/rows=1M/batch=100k/plus-one");
    assertThat(suite.questions().get(0).compare()).isEqualTo(new Comparison(Axis.MODE, "pickle"));
    assertThat(suite.questions().get(1).scenarios()).hasSize(4);
  }

  @Test
  void everyApplicableAxisHasItsEffectiveValue() {
    Scenario scenario =
        only("{id: a, ask: b, mode: arrow-pandas, transport: tcp, writer: lockstep, rows: 10k}");

    assertThat(scenario.axes())
        .isEqualTo(
            Map.ofEntries(
                Map.entry(Axis.PATH, "udf"),
                Map.entry(Axis.ENGINE, "embedded"),
                Map.entry(Axis.MODE, "arrow-pandas"),
                Map.entry(Axis.TRANSPORT, "tcp"),
                Map.entry(Axis.SHAPE, "double"),
                Map.entry(Axis.ROWS, "10000"),
                Map.entry(Axis.BATCH_ROWS, "10000"),
                Map.entry(Axis.WINDOW_ROWS, "0"),
                Map.entry(Axis.FUNCTION, "identity"),
                Map.entry(Axis.START, "reuse"),
                Map.entry(Axis.WRITER, "lockstep"),
                Map.entry(Axis.BATCHES_PER_SECOND, "0"),
                Map.entry(Axis.FLUSH, "batch"),
                Map.entry(Axis.SOURCE, "columns"),
                Map.entry(Axis.WORKERS, "1"),
                Map.entry(Axis.COMPRESSION, "none"),
                Map.entry(Axis.DTYPES, "nullable"),
                Map.entry(Axis.TCP_NO_DELAY, "on"),
                Map.entry(Axis.SOCKET_BUFFER_BYTES, "0"),
                Map.entry(Axis.STAGES, "on")));
  }

  @Test
  void theJvmAloneHasNoTransport() {
    assertThat(SuiteText.ids("{id: a, ask: b, axes: {mode: [jvm, arrow], transport: [pipe, tcp]}}"))
        .containsExactly(
            "udf/jvm/double/rows=1M/batch=10k/identity",
            "udf/arrow/pipe/double/rows=1M/batch=10k/identity",
            "udf/arrow/tcp/double/rows=1M/batch=10k/identity");
  }

  @Test
  void eachPathHasItsOwnAxes() {
    assertThat(SuiteText.ids("{id: a, ask: b, path: transport, messageBytes: 16MiB}"))
        .containsExactly("transport/unix/round-trip/16MiB");
    assertThat(SuiteText.ids("{id: a, ask: b, path: codec, mode: pickle, direction: decode}"))
        .containsExactly("codec/pickle/decode/double/rows=1M/batch=100");
    assertThat(SuiteText.ids("{id: a, ask: b, path: worker-start, firstTasks: 30}"))
        .containsExactly(
            "worker-start/cold/arrow/unix/double/rows=1k/batch=10k/identity/firstTasks=30");
  }

  @Test
  void theDriversPathsHaveTheirOwnAxes() {
    assertThat(
            SuiteText.ids(
                "{id: a, ask: b, mode: pickle, rows: 10k, axes: {path: [collect, to-pandas,"
                    + " to-arrow, show, parallelize, create-dataframe, range]}}"))
        .containsExactly(
            "collect/tcp/three-columns/rows=10k/batch=1k",
            "to-pandas/pickle/tcp/three-columns/rows=10k/batch=1k",
            "to-arrow/tcp/three-columns/rows=10k/batch=10k",
            "show/three-columns/rows=10k",
            "parallelize/tcp/three-columns/rows=10k/batch=1k",
            "create-dataframe/pickle/tcp/three-columns/rows=10k/batch=1k",
            "range/rows=10k");
    assertThat(
            SuiteText.ids("{id: a, ask: b, path: call, axes: {call: [static, chain, bytes-out]}}"))
        .containsExactly("call/static", "call/chain/elements=1", "call/bytes-out/8B");
    assertThat(
            SuiteText.ids("{id: a, ask: b, path: collect, rowsAs: tuples, plan: filter, rows: 1k}"))
        .containsExactly("collect/tcp/three-columns/rows=1k/batch=1k/plan=filter/rowsAs=tuples");
  }

  @Test
  void aTimeZoneAppliesWhereTimestampsBecomeLocalTimes() {
    assertThat(
            SuiteText.ids(
                "{id: a, ask: b, rows: 1k, mode: arrow, timeZone: Asia/Kolkata, axes: {path:"
                    + " [collect, to-pandas, to-arrow, show, count, create-dataframe, range]}}"))
        .containsExactly(
            "collect/tcp/three-columns/rows=1k/batch=1k/timeZone=Asia/Kolkata",
            "to-pandas/arrow/tcp/three-columns/rows=1k/batch=10k/timeZone=Asia/Kolkata",
            "to-arrow/tcp/three-columns/rows=1k/batch=10k",
            "show/three-columns/rows=1k/timeZone=Asia/Kolkata",
            "count/jvm/three-columns/rows=1k",
            "create-dataframe/arrow/tcp/three-columns/rows=1k/batch=10k/timeZone=Asia/Kolkata",
            "range/rows=1k");
  }

  @Test
  void whatStaysInTheJvmHasNothingThatCrosses() {
    assertThat(
            SuiteText.ids(
                "{id: a, ask: b, rows: 1k, axes: {path: [count, aggregate], place: [jvm, python],"
                    + " transport: [tcp, unix]}}"))
        .containsExactly(
            "count/jvm/three-columns/rows=1k",
            "count/python/tcp/three-columns/rows=1k/batch=10k",
            "count/python/unix/three-columns/rows=1k/batch=10k",
            "aggregate/jvm/three-columns/rows=1k",
            "aggregate/python/tcp/three-columns/rows=1k/batch=10k",
            "aggregate/python/unix/three-columns/rows=1k/batch=10k");
  }

  @Test
  void batchRowsOfAModeHoldOnThePathsThatHaveNoOther() {
    assertThat(
            SuiteText.ids(
                "{id: a, ask: b, rows: 1k, axes: {path: [collect, to-pandas, to-arrow], batchRows:"
                    + " {pickle: 10, arrow: 100}, mode: [pickle, arrow]}}"))
        .containsExactlyInAnyOrder(
            "collect/tcp/three-columns/rows=1k/batch=10",
            "to-pandas/pickle/tcp/three-columns/rows=1k/batch=10",
            "to-pandas/arrow/tcp/three-columns/rows=1k/batch=100",
            "to-arrow/tcp/three-columns/rows=1k/batch=100");
  }

  @Test
  void pathsAreComparedEachWithItsOwnBatchSize() {
    Question question =
        question(
            "{id: a, ask: b, mode: arrow, axes: {path: [collect, to-arrow, to-pandas]},"
                + " compare: {axis: path, baseline: collect}}");

    assertThat(question.pairs()).hasSize(2);
  }

  @Test
  void whatIsNotTheDefaultIsInTheId() {
    assertThat(
            SuiteText.ids(
                "{id: a, ask: b, transport: tcp, tcpNoDelay: off, socketBufferBytes: 1MiB,"
                    + " writer: selector, source: rows}"))
        .containsExactly(
            "udf/arrow/tcp/double/rows=1M/batch=10k/identity/writer=selector/source=rows"
                + "/tcpNoDelay=off/socketBufferBytes=1MiB");
  }

  @Test
  void impossibleCombinationsOfTheCrossProductAreDroppedWithTheReason() {
    Question question =
        question("{id: a, ask: b, axes: {writer: [thread, selector], transport: [pipe, unix]}}");

    assertThat(question.scenarios()).hasSize(3);
    assertThat(question.skipped())
        .containsExactly(
            new SkippedCombination(
                Map.of(Axis.TRANSPORT, "pipe", Axis.WRITER, "selector"),
                "writer selector needs a socket: a pipe cannot be selected on in the JVM"));
  }

  @Test
  void anOptionOfAnotherTransportIsDroppedUnlessItIsTheDefault() {
    Question question =
        question("{id: a, ask: b, axes: {transport: [tcp, unix], tcpNoDelay: [on, off]}}");

    assertThat(question.scenarios().stream().map(Scenario::id))
        .containsExactly(
            "udf/arrow/tcp/double/rows=1M/batch=10k/identity",
            "udf/arrow/tcp/double/rows=1M/batch=10k/identity/tcpNoDelay=off",
            "udf/arrow/unix/double/rows=1M/batch=10k/identity");
    assertThat(question.skipped())
        .extracting(SkippedCombination::reason)
        .containsExactly("tcpNoDelay off applies to transport tcp only, not to unix");
  }

  @Test
  void aDefaultAppliesOnlyWhereItCan() {
    Suite suite =
        SuiteText.suite(
            """
            suite: s
            defaults: {compression: lz4, messageBytes: 8, rows: 10k}
            questions: [{id: a, ask: b, axes: {mode: [pickle, arrow]}}]
            """);

    assertThat(suite.questions().get(0).skipped()).isEmpty();
    assertThat(suite.scenarios().stream().map(planned -> planned.scenario().id()))
        .containsExactly(
            "udf/pickle/unix/double/rows=10k/batch=100/identity",
            "udf/arrow/unix/double/rows=10k/batch=10k/identity/compression=lz4");
  }

  @Test
  void batchRowsMayDependOnTheMode() {
    assertThat(
            SuiteText.ids(
                "{id: a, ask: b, batchRows: {pickle: 10, arrow: 1k}, axes: {mode: [jvm, pickle,"
                    + " arrow]}}"))
        .containsExactly(
            "udf/jvm/double/rows=1M/batch=10k/identity",
            "udf/pickle/unix/double/rows=1M/batch=10/identity",
            "udf/arrow/unix/double/rows=1M/batch=1k/identity");
    assertThat(
            SuiteText.ids(
                "{id: a, ask: b, axes: {batchRows: {pickle: [1, 100], arrow: 1k}, mode: [pickle,"
                    + " arrow]}}"))
        .containsExactly(
            "udf/pickle/unix/double/rows=1M/batch=1/identity",
            "udf/pickle/unix/double/rows=1M/batch=100/identity",
            "udf/arrow/unix/double/rows=1M/batch=1k/identity");
  }

  @Test
  void aDaemonsChildHasNamedPipes() {
    Scenario scenario = only("{id: a, ask: b, start: daemon, transport: pipe}");

    assertThat(scenario.word(Axis.PIPE)).isEqualTo("named");
    assertThat(scenario.id())
        .isEqualTo("udf/arrow/pipe/double/rows=1M/batch=10k/identity/start=daemon");
  }

  @Test
  void anIncludedEntryAddsItsOwnCombinations() {
    assertThat(
            SuiteText.ids(
                "{id: a, ask: b, axes: {mode: [arrow]}, include: [{mode: jvm}, {mode: pickle,"
                    + " batchRows: [1, 100]}]}"))
        .containsExactly(
            "udf/arrow/unix/double/rows=1M/batch=10k/identity",
            "udf/jvm/double/rows=1M/batch=10k/identity",
            "udf/pickle/unix/double/rows=1M/batch=1/identity",
            "udf/pickle/unix/double/rows=1M/batch=100/identity");
  }

  @Test
  void anExcludedEntryLeavesOutWhatHasAllItsValues() {
    assertThat(
            SuiteText.ids(
                "{id: a, ask: b, axes: {mode: [pickle, arrow], transport: [pipe, tcp, unix]},"
                    + " exclude: [{mode: pickle, transport: [pipe, tcp]}]}"))
        .containsExactly(
            "udf/pickle/unix/double/rows=1M/batch=100/identity",
            "udf/arrow/pipe/double/rows=1M/batch=10k/identity",
            "udf/arrow/tcp/double/rows=1M/batch=10k/identity",
            "udf/arrow/unix/double/rows=1M/batch=10k/identity");
  }

  @Test
  void aQuestionsOwnValueIsDroppedWhereAnIncludedPathDoesNotHaveTheAxis() {
    assertThat(
            SuiteText.ids(
                "{id: a, ask: b, writer: lockstep, axes: {mode: [arrow]}, include: [{path: codec,"
                    + " mode: arrow}]}"))
        .containsExactly(
            "udf/arrow/unix/double/rows=1M/batch=10k/identity/writer=lockstep",
            "codec/arrow/encode/double/rows=1M/batch=10k");
  }

  @Test
  void anExcludedAxisThatDoesNotApplyMatchesNothing() {
    assertThat(
            SuiteText.ids(
                "{id: a, ask: b, axes: {path: [collect, to-pandas], mode: [pickle, arrow]},"
                    + " exclude: [{mode: pickle}]}"))
        .containsExactly(
            "collect/tcp/three-columns/rows=1M/batch=1k",
            "to-pandas/arrow/tcp/three-columns/rows=1M/batch=10k");
    assertThat(
            SuiteText.problems(
                "{suite: a, questions: [{id: a, ask: b, axes: {mode: [arrow]}, exclude: [{elements:"
                    + " 5}]}]}"))
        .singleElement()
        .asString()
        .endsWith("this entry of exclude matches no combination of the question");
    assertThat(
            SuiteText.ids(
                "{id: a, ask: b, axes: {mode: [pickle, arrow], batchRows: [100, 10k]}, exclude:"
                    + " [{batchRows: {pickle: 100}}]}"))
        .containsExactly(
            "udf/pickle/unix/double/rows=1M/batch=10k/identity",
            "udf/arrow/unix/double/rows=1M/batch=100/identity",
            "udf/arrow/unix/double/rows=1M/batch=10k/identity");
  }

  @Test
  void batchRowsByModeKnowTheModeAndThePathOfTheDefaults() {
    String swept = "axes: {batchRows: {pickle: [10, 100]}}";
    assertThat(batchRows("mode: pickle", swept)).containsExactly(10, 100);
    assertThat(batchRows("path: collect", swept)).containsExactly(10, 100);
    assertThat(batchRows("batchRows: 50", "axes: {mode: [pickle, arrow], batchRows: {pickle: 10}}"))
        .containsExactly(10, 50);
  }

  private static List<Integer> batchRows(String defaults, String axes) {
    String yaml =
        "{suite: a, defaults: {%s}, questions: [{id: a, ask: b, %s}]}".formatted(defaults, axes);
    return SuiteText.suite(yaml).scenarios().stream()
        .map(planned -> planned.scenario().batchRows())
        .toList();
  }

  @Test
  void duplicatesCollapse() {
    assertThat(
            SuiteText.ids("{id: a, ask: b, axes: {rows: [1_000, 1k, 1000], mode: [arrow, arrow]}}"))
        .hasSize(1);
  }

  @Test
  void aScenarioOfTwoQuestionsIsMeasuredOnceWithTheMostForks() {
    Suite suite =
        SuiteText.suite(
            """
            suite: s
            defaults: {forks: 2, warmupTime: 300ms}
            questions:
              - {id: a, ask: b, axes: {mode: [arrow, pickle]}, measurementIterations: 9}
              - {id: c, ask: d, mode: arrow, forks: 7, warmupTime: 100ms}
            """);

    assertThat(suite.scenarios()).hasSize(2);
    Timing timing = suite.scenarios().get(0).timing();
    assertThat(timing.forks()).isEqualTo(7);
    assertThat(timing.warmupNanos()).isEqualTo(300_000_000L);
    assertThat(timing.measurementIterations()).isEqualTo(9);
  }

  @Test
  void aQuestionOverridesTimingAndThresholdOfTheDefaults() {
    Suite suite =
        SuiteText.suite(
            """
            suite: s
            defaults: {forks: 2, threshold: 3%, measurementTime: 2s}
            questions: [{id: a, ask: b, threshold: 12.5, warmupIterations: 0, measurementTime: 1min}]
            """);

    assertThat(suite.questions().get(0).timing())
        .isEqualTo(new Timing(2, 0, 1_000_000_000L, 5, 60_000_000_000L, 12.5));
  }

  @Test
  void aUsersFunctionIsRelativeInTheIdAndAbsoluteInTheAxes(@TempDir Path folder) throws Exception {
    Files.createDirectory(folder.resolve("my functions"));
    Path python = Files.createFile(folder.resolve("my functions").resolve("f.py"));
    Path file = folder.resolve("mine.yaml");
    Files.writeString(
        file,
        """
        suite: mine
        questions:
          - id: a
            ask: b
            axes: {function: [identity, ./my functions/f.py:tax]}
            compare: {axis: function, baseline: my functions/f.py:tax}
        """);

    Question question = SuiteReader.read(file).questions().get(0);

    Scenario user = question.scenarios().get(1);
    assertThat(user.id())
        .isEqualTo("udf/arrow/unix/double/rows=1M/batch=10k/my%20functions/f.py:tax");
    assertThat(user.function()).isEqualTo(python.toAbsolutePath() + ":tax");
    assertThat(question.pairs()).hasSize(1);
  }

  @Test
  void modesArePairedAcrossTheirUsualBatchSizes() {
    assertThat(
            pairs(
                "{id: a, ask: b, axes: {mode: [jvm, pickle, arrow], transport: [tcp, unix]},"
                    + " compare: {axis: mode, baseline: pickle}}"))
        .containsExactly(
            "udf/pickle/tcp/double/rows=1M/batch=100/identity : udf/jvm/double/rows=1M/batch=10k/identity",
            "udf/pickle/unix/double/rows=1M/batch=100/identity : udf/jvm/double/rows=1M/batch=10k/identity",
            "udf/pickle/tcp/double/rows=1M/batch=100/identity : udf/arrow/tcp/double/rows=1M/batch=10k/identity",
            "udf/pickle/unix/double/rows=1M/batch=100/identity : udf/arrow/unix/double/rows=1M/batch=10k/identity");
  }

  @Test
  void modesAreNotPairedAcrossBatchSizesThatAreVaried() {
    assertThat(
            pairs(
                "{id: a, ask: b, axes: {mode: [pickle, arrow], batchRows: [100, 10k]},"
                    + " compare: {axis: mode, baseline: pickle}}"))
        .containsExactly(
            "udf/pickle/unix/double/rows=1M/batch=100/identity : udf/arrow/unix/double/rows=1M/batch=100/identity",
            "udf/pickle/unix/double/rows=1M/batch=10k/identity : udf/arrow/unix/double/rows=1M/batch=10k/identity");
  }

  @Test
  void writersArePairedAcrossTheFlushThatLockstepImplies() {
    assertThat(
            pairs(
                "{id: a, ask: b, axes: {writer: [thread, lockstep]}, compare: {axis: writer,"
                    + " baseline: thread}}"))
        .hasSize(1);
  }

  @Test
  void theVariedAxesAreThoseOnWhichScenariosDiffer() {
    assertThat(
            question(
                    "{id: a, ask: b, axes: {mode: [pickle, arrow], rows: [1k], transport: [tcp, unix]}}")
                .variedAxes())
        .contains(Axis.MODE, Axis.TRANSPORT)
        .doesNotContain(Axis.ROWS, Axis.SHAPE);
  }

  private static List<String> pairs(String question) {
    return question(question).pairs().stream()
        .map(pair -> pair.baseline().id() + " : " + pair.other().id())
        .toList();
  }

  private static Scenario only(String question) {
    List<Scenario> scenarios = question(question).scenarios();
    assertThat(scenarios).hasSize(1);
    return scenarios.get(0);
  }

  private static Question question(String question) {
    return SuiteText.suite("{suite: s, questions: [" + question + "]}").questions().get(0);
  }
}
