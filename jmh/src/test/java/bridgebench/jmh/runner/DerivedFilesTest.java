package bridgebench.jmh.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisDefaults;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.Journal;
import bridgebench.scenarios.run.RunFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogProcessor;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;

class DerivedFilesTest {
  private static final Scenario ARROW =
      TestSuites.scenario(
          "udf/arrow, odd id", BridgePath.UDF, Map.of(Axis.FUNCTION, "my \"f\", x.py:g"));
  private static final Scenario FAILING =
      TestSuites.scenario("udf/failing", BridgePath.UDF, Map.of());
  private static final Scenario START =
      TestSuites.scenario("start/cold", BridgePath.WORKER_START, Map.of());

  @TempDir Path path;
  private RunFolder folder;

  @BeforeEach
  void deriveFromAJournal() throws IOException {
    folder = new RunFolder(path);
    TestJournals.write(
        path,
        TestSuites.of(TestSuites.timing(2), ARROW, FAILING, START),
        TestJournals.fork(
            ARROW.id(),
            0,
            TestJournals.iteration(10, 1_000_000_000, 100),
            TestJournals.iteration(20, 1_000_000_000, 200)),
        TestJournals.failed(FAILING.id(), 0),
        TestJournals.fork(START.id(), 0, TestJournals.iteration(1, 250_000_000, 0)),
        TestJournals.fork(
            ARROW.id(),
            1,
            TestJournals.iteration(30, 1_000_000_000, 300),
            TestJournals.iteration(40, 1_000_000_000, 400)));
    DerivedFiles.write(folder);
  }

  private JsonNode result(String benchmark) throws IOException {
    for (JsonNode result : new ObjectMapper().readTree(folder.jmhResult().toFile())) {
      if (result.path("benchmark").asText().contains(benchmark)) {
        return result;
      }
    }
    throw new AssertionError("no result of " + benchmark);
  }

  @Test
  void jmhJsonHoldsOneResultForEachScenarioThatDidNotFail() throws IOException {
    assertThat(new ObjectMapper().readTree(folder.jmhResult().toFile())).hasSize(2);
  }

  @Test
  void jmhJsonIsTheBytesThatJmhsOwnWriterWritesOfItsOwnResults() throws IOException {
    assertThat(Files.readString(folder.jmhResult()))
        .isEqualTo(new JmhsOwnResults(Journal.read(path)).json());
  }

  @Test
  void jmhJsonOfAwkwardFiguresIsTheBytesOfJmhsOwnWriter(@TempDir Path awkward) throws IOException {
    Scenario tasks =
        TestSuites.scenario(
            "udf/awkward", BridgePath.UDF, Map.of(Axis.FUNCTION, "a\\b [x], {y}; <é> & \"q\""));
    Scenario single = TestSuites.scenario("udf/single", BridgePath.UDF, Map.of());
    Scenario messages = TestSuites.scenario("transport/pipe", BridgePath.TRANSPORT, Map.of());
    Scenario calls = TestSuites.scenario("call/block", BridgePath.CALL, Map.of());
    Scenario starts = TestSuites.scenario("start/fresh", BridgePath.WORKER_START, Map.of());
    TestJournals.write(
        awkward,
        TestSuites.of(TestSuites.timing(7), tasks, single, messages, calls, starts),
        TestJournals.fork(tasks.id(), 0, AwkwardIterations.of(1, 7)),
        TestJournals.fork(tasks.id(), 1, AwkwardIterations.of(2, 12)),
        TestJournals.fork(tasks.id(), 2, AwkwardIterations.of(3, 1)),
        TestJournals.fork(single.id(), 0, AwkwardIterations.of(4, 1)),
        TestJournals.fork(messages.id(), 0, AwkwardIterations.of(5, 3)),
        TestJournals.fork(calls.id(), 0, AwkwardIterations.of(6, 40)),
        TestJournals.fork(starts.id(), 0, AwkwardIterations.of(7, 2)),
        TestJournals.fork(starts.id(), 1, AwkwardIterations.of(8, 2)));

    DerivedFiles.write(new RunFolder(awkward));

    assertThat(Files.readString(new RunFolder(awkward).jmhResult()))
        .isEqualTo(new JmhsOwnResults(Journal.read(awkward)).json())
        .contains("\"NaN\"", "\"+INF\"");
  }

  @Test
  void jmhJsonOfARunWithoutResultsIsTheBytesOfJmhsOwnWriter(@TempDir Path empty)
      throws IOException {
    TestJournals.write(empty, TestSuites.of(TestSuites.timing(2), ARROW));

    DerivedFiles.write(new RunFolder(empty));

    assertThat(Files.readString(new RunFolder(empty).jmhResult()))
        .isEqualTo(new JmhsOwnResults(Journal.read(empty)).json());
  }

  @Test
  void jmhJsonCountsForksAndKeepsTheRawDataOfEach() throws IOException {
    JsonNode result = result("UdfBenchmark.task");

    assertThat(result.path("forks").asInt()).isEqualTo(2);
    assertThat(result.path("mode").asText()).isEqualTo("thrpt");
    assertThat(result.path("threads").asInt()).isEqualTo(1);
    assertThat(result.path("measurementTime").asText()).isEqualTo("100 ms");
    assertThat(result.path("jvmArgs")).extracting(JsonNode::asText).contains("-Xmx512m");
    JsonNode metric = result.path("primaryMetric");
    assertThat(metric.path("rawData").toString()).isEqualTo("[[10.0,20.0],[30.0,40.0]]");
    assertThat(metric.path("score").asDouble()).isEqualTo(25);
    assertThat(metric.path("scoreUnit").asText()).isEqualTo("ops/s");
  }

  @Test
  void jmhJsonCarriesEveryAxisAsAParameterOfItsOwn() throws IOException {
    JsonNode params = result("UdfBenchmark.task").path("params");

    assertThat(params.path("mode").asText()).isEqualTo("arrow");
    assertThat(params.path("function").asText()).isEqualTo("my \"f\", x.py:g");
    assertThat(params.path("pipe").asText()).isEqualTo("-");
    assertThat(params.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Axis.values())
                .filter(axis -> AxisDefaults.appliesToPath(axis, BridgePath.UDF))
                .map(Axis::suiteName)
                .toList());
  }

  @Test
  void jmhJsonCarriesRatesStagesMemoryAndLatencies() throws IOException {
    JsonNode secondary = result("UdfBenchmark.task").path("secondaryMetrics");

    assertThat(secondary.path("rows").path("score").asDouble()).isEqualTo(250);
    assertThat(secondary.path("sentBytes").path("score").asDouble()).isEqualTo(2_000);
    assertThat(secondary.path("receivedBytes").path("score").asDouble()).isEqualTo(1_000);
    assertThat(secondary.path("stage.python.decode").path("score").asDouble()).isEqualTo(1_000);
    assertThat(secondary.path("stage.python.decode").path("scoreUnit").asText()).isEqualTo("ns/op");
    assertThat(secondary.path("memory.python.peakResident").path("score").asDouble())
        .isEqualTo(5_000_000);
    assertThat(secondary.path("latency.service.p0.99").path("score").asDouble())
        .isCloseTo(1_500_000, within(2_000.0));
  }

  @Test
  void jmhJsonGivesStartsAsSingleShots() throws IOException {
    JsonNode result = result("WorkerStartBenchmark.start");

    assertThat(result.path("mode").asText()).isEqualTo("ss");
    assertThat(result.path("primaryMetric").path("score").asDouble()).isEqualTo(250);
    assertThat(result.path("primaryMetric").path("scoreUnit").asText()).isEqualTo("ms/op");
    assertThat(result.path("measurementTime").asText()).isEqualTo("single-shot");
  }

  @Test
  void jmhsOwnStatisticsAreThoseOfAllIterations() throws IOException {
    RunResult udf = new JmhsOwnResults(Journal.read(path)).all().get(0);

    assertThat(udf.getPrimaryResult().getSampleCount()).isEqualTo(4);
    assertThat(udf.getPrimaryResult().getScoreError()).isPositive();
    assertThat(result("UdfBenchmark.task").path("primaryMetric").path("scoreError").asDouble())
        .isEqualTo(udf.getPrimaryResult().getScoreError());
  }

  @Test
  void latencyLogsAreReadByTheStandardReaderWithATagForEachScenario() throws IOException {
    HistogramLogReader reader = new HistogramLogReader(folder.histogramLog("service").toFile());

    EncodableHistogram first = reader.nextIntervalHistogram();
    EncodableHistogram second = reader.nextIntervalHistogram();
    EncodableHistogram third = reader.nextIntervalHistogram();

    assertThat(List.of(first.getTag(), second.getTag(), third.getTag()))
        .containsExactly("udf/arrow__odd_id", "start/cold", "udf/arrow__odd_id");
    assertThat(((Histogram) first).getTotalCount()).isEqualTo(100);
    assertThat(((Histogram) third).getValueAtPercentile(50)).isCloseTo(2_000_000L, within(2_000L));
    assertThat(reader.getStartTimeSec()).isEqualTo(TestJournals.START.getEpochSecond());
    assertThat(reader.nextIntervalHistogram()).isNull();
  }

  @Test
  void latencyLogsAreProcessedByHdrHistogramsOwnLogProcessor() throws Exception {
    Path output = path.resolve("processed");
    Thread processor =
        new HistogramLogProcessor(
            new String[] {
              "-i", folder.histogramLog("service").toString(),
              "-tag", "udf/arrow__odd_id",
              "-o", output.toString()
            });
    processor.start();
    processor.join();

    assertThat(Files.readString(path.resolve("processed.hgrm")))
        .contains("Total count    =          200");
  }

  @Test
  void samplesHaveALineForEveryIterationOfEveryFork() throws IOException {
    List<String> lines = Files.readAllLines(folder.samples());

    assertThat(lines.get(0))
        .startsWith("scenario,fork,sequence,failed,phase,iteration,operations,durationNanos,rows")
        .contains("stageNanos.python.decode", "memoryBytes.python.peakResident");
    assertThat(lines).hasSize(1 + 4 + 5);
    assertThat(lines.get(1)).startsWith("\"udf/arrow, odd id\",0,0,false,warmup,0,1,500000000,100");
    assertThat(lines.get(2)).startsWith("\"udf/arrow, odd id\",0,0,false,measurement,0,10,");
  }
}
