package bridgebench.cli.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bridgebench.cli.program.Invocation.Ended;
import bridgebench.scenarios.run.Journal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small run from the suite file to the report, in the packaged program. */
class RunJarTest {
  @TempDir Path folder;

  @Test
  void runWritesAllFilesPrintsTheReportAndLeavesNothingBehind() throws IOException {
    Invocation program = new Invocation(folder);
    Ended ended = program.run(SmallSuite.arguments("run", SmallSuite.write(folder, 1)));

    assertThat(ended.status()).as(ended.err()).isZero();
    Path report = Path.of(ended.out().strip());
    assertThat(ended.out().lines()).hasSize(1);
    assertThat(report).isRegularFile().hasFileName("report.html");
    assertThat(namesIn(report.getParent()))
        .contains("journal.jsonl", "run.json", "jmh-result.json", "samples.csv")
        .anyMatch(name -> name.endsWith(".hlog"));
    assertThat(ended.err()).contains("[1/2] udf/").doesNotContain("\u001b", "WARNING");
    assertThat(program.leftOverProcesses()).isEmpty();
    assertThat(program.leftOverFiles()).isEmpty();
  }

  @Test
  void newestJvmHasNothingToWarnOf() throws IOException {
    Optional<Path> newest = jvmThatWarnsOfUnsafe();
    assumeTrue(newest.isPresent(), "a JDK 25 is here");

    Ended ended =
        new Invocation(folder, newest.get())
            .run(SmallSuite.arguments("run", SmallSuite.write(folder, 1)));

    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.err()).doesNotContain("WARNING");
  }

  @Test
  void failedScenarioIsReportedTheRestIsMeasuredAndTheStatusIs3() throws IOException {
    Files.writeString(
        folder.resolve("functions.py"), "def broken(x):\n    raise ValueError('not today')\n");
    Path suite =
        Files.writeString(
            folder.resolve("half.yaml"),
            """
            suite: half
            title: One works, one does not
            defaults: {path: udf, shape: double, rows: 1_000, mode: pickle, forks: 1}
            questions:
              - id: functions
                ask: Which function?
                axes: {function: [plus-one, "functions.py:broken"]}
            """);

    Ended ended = new Invocation(folder).run(SmallSuite.arguments("run", suite, "--json"));

    assertThat(ended.status()).as(ended.err()).isEqualTo(3);
    JsonNode summary = new ObjectMapper().readTree(ended.out());
    assertThat(summary.path("outcome").asText()).isEqualTo("finished");
    assertThat(summary.path("scenarios").asInt()).isEqualTo(2);
    assertThat(summary.path("failures").properties())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.getKey()).contains("functions.py:broken");
              assertThat(failure.getValue().asText()).contains("not today");
            });
    assertThat(Path.of(summary.path("report").asText())).content().contains("not today");
  }

  @Test
  void modesThatReturnOtherResultsEndWithStatus3Too() throws IOException {
    Files.writeString(
        folder.resolve("functions.py"),
        """
        import pyarrow.compute as pc

        def score(x):
            return x if isinstance(x, float) else pc.add(x, 1.0)
        """);
    Path suite =
        Files.writeString(
            folder.resolve("disagree.yaml"),
            """
            suite: disagree
            title: Two modes, two results
            defaults: {path: udf, shape: double, rows: 1_000, batchRows: 100, forks: 1}
            questions:
              - id: modes
                ask: Which mode?
                axes: {mode: [pickle, arrow], function: ["functions.py:score"]}
            """);

    Ended ended = new Invocation(folder).run(SmallSuite.arguments("run", suite));

    assertThat(ended.status()).as(ended.err()).isEqualTo(3);
    assertThat(ended.err()).contains("same results in every mode");
  }

  @Test
  void reportIsDrawnAgainFromTheJournalAlone() throws IOException {
    Ended first =
        new Invocation(folder).run(SmallSuite.arguments("run", SmallSuite.write(folder, 1)));
    Path report = Path.of(first.out().strip());
    for (String derived : new String[] {"report.html", "run.json", "samples.csv"}) {
      Files.delete(report.resolveSibling(derived));
    }

    Ended again = new Invocation(folder).run("report", report.getParent().toString());

    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.out()).isEqualTo(first.out());
    assertThat(namesIn(report.getParent())).contains("report.html", "run.json", "samples.csv");
  }

  @Test
  void runComparedWithItselfShowsNoDifference() throws IOException {
    Ended run =
        new Invocation(folder).run(SmallSuite.arguments("run", SmallSuite.write(folder, 2)));
    String runFolder = Path.of(run.out().strip()).getParent().toString();

    Ended compared =
        new Invocation(folder).run("compare", runFolder, runFolder, "--fail-on", "slower");

    assertThat(compared.status()).as(compared.err()).isZero();
    assertThat(compared.out()).contains("## Benchmark comparison", "udf/pickle/unix/double");
    assertThat(compared.out()).doesNotContain("**slower**", "**faster**");
  }

  @Test
  void comparisonThatMeetsTheConditionEndsWithStatus4() throws IOException {
    Path slow = jmhResult("slow.json", 10);
    Path fast = jmhResult("fast.json", 20);

    Ended compared =
        new Invocation(folder)
            .run("compare", fast.toString(), slow.toString(), "--fail-on", "slower>5%", "--json");

    assertThat(compared.status()).as(compared.err()).isEqualTo(4);
    assertThat(compared.err()).contains("condition met", "some.Benchmark");
    assertThat(new ObjectMapper().readTree(compared.out()).path("candidates")).hasSize(1);
  }

  /** Ten forks of five iterations of another project's benchmark, in JMH's own format. */
  private Path jmhResult(String name, double operationsPerSecond) throws IOException {
    List<String> forks = new ArrayList<>();
    for (int fork = 0; fork < 10; fork++) {
      List<String> iterations = new ArrayList<>();
      for (int iteration = 0; iteration < 5; iteration++) {
        iterations.add(Double.toString(operationsPerSecond + 0.01 * fork + 0.001 * iteration));
      }
      forks.add(iterations.toString());
    }
    return Files.writeString(
        folder.resolve(name),
        """
        [{"jmhVersion": "1.37", "benchmark": "some.Benchmark.run", "mode": "thrpt", "threads": 1,
          "forks": 10, "measurementIterations": 5,
          "primaryMetric": {"score": %s, "scoreError": 0.1, "scoreConfidence": [0, 100],
            "scoreUnit": "ops/s", "rawData": %s},
          "secondaryMetrics": {}}]
        """
            .formatted(operationsPerSecond, forks));
  }

  @Test
  void doctorLetsARealWorkerAnswer() throws IOException {
    Ended ended =
        new Invocation(folder)
            .run(
                Stream.concat(Stream.of("doctor", "--json"), Invocation.pythonOption().stream())
                    .toArray(String[]::new));

    JsonNode findings = new ObjectMapper().readTree(ended.out()).path("findings");
    assertThat(findings.findValuesAsText("check"))
        .contains("cores", "memory", "python", "worker", "clocks");
    assertThat(findings.findValuesAsText("level")).isSubsetOf("ok", "warn", "fail");
    assertThat(ended.status()).as(ended.out()).isZero();
  }

  @Test
  void fullDiskEndsTheRunWithAClearErrorAndKeepsWhatIsMeasured() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(shell("mount -t tmpfs -o size=24k tmpfs " + disk), "may mount a small disk");
    try {
      Ended ended =
          new Invocation(folder)
              .run(
                  SmallSuite.arguments(
                      "run", SmallSuite.write(folder, 20), "--output", disk.toString()));

      assertThat(ended.status()).isEqualTo(1);
      assertThat(ended.err()).containsIgnoringCase("no space left");
      try (Stream<Path> runs = Files.list(disk)) {
        assertThat(Journal.read(runs.findFirst().orElseThrow()).forks()).isNotEmpty();
      }
    } finally {
      shell("umount " + disk);
    }
  }

  private static Optional<Path> jvmThatWarnsOfUnsafe() throws IOException {
    Path jvms = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(jvms)) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(jvms)) {
      return homes
          .filter(home -> home.getFileName().toString().contains("25"))
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .findFirst();
    }
  }

  private static boolean shell(String command) throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private static Iterable<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
