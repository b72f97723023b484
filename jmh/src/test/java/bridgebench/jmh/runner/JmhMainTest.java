package bridgebench.jmh.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import bridgebench.bridge.python.PythonLaunch;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The benchmarks as plain JMH, with JMH's own options. */
class JmhMainTest {
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @TempDir Path folder;

  private int run(String... args) throws IOException {
    return JmhMain.run(args, TestPython::launch, new PrintStream(errors, true));
  }

  private static PythonLaunch noPython() {
    throw new AssertionError("listing needs no Python");
  }

  private int runShort(Path result, String... args) throws IOException {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("-f", "1", "-wi", "1", "-w", "100ms", "-i", "2", "-r", "100ms"));
    all.addAll(List.of("-rf", "json", "-rff", result.toString()));
    all.addAll(List.of("-o", folder.resolve("out").toString()));
    return run(all.toArray(new String[0]));
  }

  @Test
  void benchmarksAreListedWithoutPython() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      int status = JmhMain.run(new String[] {"-l"}, JmhMainTest::noPython, before);
      assertThat(status).isZero();
    } finally {
      System.setOut(before);
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "bridgebench.jmh.benchmark.CodecBenchmark.codec",
            "bridgebench.jmh.benchmark.TransportBenchmark.exchange",
            "bridgebench.jmh.benchmark.UdfBenchmark.task",
            "bridgebench.jmh.benchmark.WorkerStartBenchmark.startAndEnd");
  }

  @Test
  void aWrongOptionIsAUsageError() throws IOException {
    assertThat(run("--nonsense")).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("nonsense", "-h");
  }

  @Test
  void aPatternThatMatchesNothingIsAUsageError() throws IOException {
    assertThat(run("NoSuchBenchmark", "-o", folder.resolve("out").toString())).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("-l");
  }

  @Test
  void aProfilerThatIsNotThereIsAUsageError() throws IOException {
    int status =
        run("CodecBenchmark", "-prof", "no.such.Profiler", "-o", folder.resolve("out").toString());

    assertThat(status).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("no.such.Profiler");
  }

  @ParameterizedTest
  @CsvSource({
    "CallBenchmark, block, checkedCalls, call=static",
    "DriverBenchmark, block, checkedRows, path=count rows=1000",
    "TransportBenchmark, exchange, messages, transport=unix messageBytes=8",
    "CodecBenchmark, codec, rows, mode=arrow direction=encode rows=1000",
    "WorkerStartBenchmark, startAndEnd, , mode=arrow start=cold"
  })
  void everyPathRunsAsPlainJmh(String benchmark, String method, String counter, String params)
      throws IOException {
    Path result = folder.resolve("result.json");
    List<String> args = new ArrayList<>(List.of(benchmark));
    for (String param : params.split(" ")) {
      args.addAll(List.of("-p", param));
    }

    int status = runShort(result, args.toArray(new String[0]));

    assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(status).isZero();
    JsonNode results = new ObjectMapper().readTree(result.toFile());
    assertThat(results).hasSize(1);
    assertThat(results.get(0).path("benchmark").asText()).endsWith("." + method);
    assertThat(results.get(0).path("primaryMetric").path("score").asDouble()).isPositive();
    if (counter != null) {
      assertThat(score(results.get(0).path("secondaryMetrics"), counter)).isPositive();
    }
  }

  @Test
  void aFailingBenchmarkLeavesTheResultsOfTheOthersAndTheStatusIs3() throws IOException {
    Path functions =
        Files.writeString(
            folder.resolve("f.py"), "def broken(x):\n    raise ValueError('not today')\n");
    Path result = folder.resolve("result.json");

    int status =
        runShort(
            result,
            "UdfBenchmark",
            "-p",
            "mode=arrow",
            "-p",
            "rows=1000",
            "-p",
            "function=" + functions + ":broken,plus-one");

    assertThat(status).isEqualTo(3);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("failed: ", "not today");
    JsonNode results = new ObjectMapper().readTree(result.toFile());
    assertThat(results).hasSize(1);
    assertThat(results.get(0).at("/params/function").asText()).isEqualTo("plus-one");
  }

  @Test
  void threadsThatWaitForEachOtherCountOnlyWhatJmhMeasures() throws IOException {
    Path result = folder.resolve("result.json");

    int status =
        run(
            "UdfBenchmark",
            "-f",
            "0",
            "-t",
            "2",
            "-p",
            "workers=2",
            "-p",
            "mode=arrow",
            "-p",
            "rows=1000",
            "-p",
            "function=sleep(30ms)",
            "-wi",
            "1",
            "-w",
            "100ms",
            "-i",
            "4",
            "-r",
            "100ms",
            "-prof",
            MeasuredOperations.class.getName(),
            "-rf",
            "json",
            "-rff",
            result.toString(),
            "-o",
            folder.resolve("out").toString());

    assertThat(status).isZero();
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("-f 0", "Arrow checks");
    assertThat(MeasuredOperations.keptUp).as("operations for the load alone").isPositive();
    assertThat(MeasuredOperations.tallied).isEqualTo(MeasuredOperations.measured);
    assertThat(MeasuredOperations.latencies).isEqualTo(MeasuredOperations.measured);
    JsonNode udf = new ObjectMapper().readTree(result.toFile()).get(0);
    assertThat(score(udf.path("secondaryMetrics"), "rows"))
        .isCloseTo(1_000 * udf.at("/primaryMetric/score").asDouble(), withinPercentage(0.001));
  }

  @Test
  void aFewOptionsMeasureATaskWithItsProfilers() throws IOException {
    Path result = folder.resolve("result.json");

    int status =
        runShort(
            result,
            "UdfBenchmark",
            "-p",
            "mode=arrow",
            "-p",
            "rows=20k",
            "-prof",
            "bridgebench.jmh.profile.StageProfiler",
            "-prof",
            "bridgebench.jmh.profile.PythonMemoryProfiler",
            "-prof",
            "bridgebench.jmh.profile.LatencyProfiler");

    assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(status).isZero();
    JsonNode results = new ObjectMapper().readTree(result.toFile());
    assertThat(results).hasSize(1);
    JsonNode secondary = results.get(0).path("secondaryMetrics");
    assertThat(score(secondary, "rows")).isPositive();
    assertThat(score(secondary, "stage.python.decode")).isPositive();
    assertThat(score(secondary, "memory.python.peakResident")).isGreaterThan(1e6);
    assertThat(score(secondary, "latency.residence.p0.50")).isPositive();
  }

  @Test
  void impossibleParametersFailWithTheReason() throws IOException {
    int status =
        runShort(
            folder.resolve("result.json"),
            "UdfBenchmark",
            "-p",
            "mode=arrow",
            "-p",
            "transport=pipe",
            "-p",
            "writer=selector");

    assertThat(status).isEqualTo(3);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("a pipe cannot be selected on");
    assertThat(Files.exists(folder.resolve("out"))).isTrue();
  }

  private static double score(JsonNode metrics, String name) {
    return metrics.path(name).path("score").asDouble();
  }
}
