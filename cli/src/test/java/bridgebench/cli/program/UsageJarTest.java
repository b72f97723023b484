package bridgebench.cli.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.cli.program.Invocation.Ended;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says when it is asked for something that cannot be done, and for help. */
class UsageJarTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "report",
        "resume",
        "compare",
        "list",
        "setup",
        "doctor",
        "selftest",
        "jmh",
        "completion"
      })
  void everyCommandHasHelpWithExamplesOnStdout(String command) {
    Ended ended = program().run(command, "--help");

    assertThat(ended.status()).isZero();
    assertThat(ended.out()).contains("Usage: bridgebench " + command).contains("Examples:");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void versionNamesProgramAndJvm() {
    assertThat(program().run("--version").out()).startsWith("bridgebench ").contains("Java ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "runn quick | Did you mean: bridgebench run",
        "run quik | did you mean 'quick'",
        "run quick --outptu x | --output",
        "run quick -p mode=arow | did you mean 'arrow'",
        "run quick -p shpe=long | did you mean 'shape'",
        "run quick -f 0 | from 1 to 1000",
        "run quick --seed x | --seed",
        "run no-such-suite.yaml | no such file",
        "report no-such-run | is no run folder",
        "resume no-such-run | is no run folder",
        "compare no-such-run other | no-such-run",
        "report | --index",
        "report --index no-such-folder | is no folder",
        "selftest | aa",
        "selftest aa --arms 1 | at least 2 arms",
        "selftest aa -p mode=pickle,arrow-row | one value an axis",
        "compare | RUN",
        "compare a b --fail-on slowr | slower>5%",
        "'' | expected a command"
      })
  void mistakesEndWithStatus2AndSayWhatWasMeant(String arguments, String expected) {
    Ended ended = program().run(arguments.isEmpty() ? new String[0] : arguments.split(" "));

    assertThat(ended.status()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).contains(expected.strip());
    assertThat(ended.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "resume", "compare"})
  void aDamagedJournalIsAMistakeOfWhoNamesIt(String command) throws IOException {
    Path run = Files.createDirectory(folder.resolve("damaged"));
    Files.writeString(run.resolve("journal.jsonl"), "this is\nno journal\n");
    String[] arguments =
        command.equals("compare")
            ? new String[] {command, run.toString(), run.toString()}
            : new String[] {command, run.toString()};

    Ended ended = program().run(arguments);

    assertThat(ended.status()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).contains("journal.jsonl").doesNotContain("Exception");
  }

  @Test
  void aPageThatCannotBeWrittenIsTold() throws IOException {
    Path result =
        Files.writeString(
            folder.resolve("a.json"),
            """
            [{"jmhVersion": "1.37", "benchmark": "some.Benchmark.run", "mode": "thrpt",
              "threads": 1, "forks": 1, "measurementIterations": 2,
              "primaryMetric": {"score": 1.5, "scoreError": 0.1, "scoreConfidence": [0, 100],
                "scoreUnit": "ops/s", "rawData": [[1, 2]]}, "secondaryMetrics": {}}]
            """);

    Ended ended =
        program()
            .run(
                "compare", result.toString(), result.toString(), "--html", "no-such-folder/x.html");

    assertThat(ended.status()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).contains("--html no-such-folder/x.html");
  }

  @Test
  void listsAreThereAsJsonToo() throws IOException {
    JsonNode all = new ObjectMapper().readTree(program().run("list", "--json").out());
    JsonNode quick = new ObjectMapper().readTree(program().run("list", "quick", "--json").out());

    assertThat(all.path("suites").findValuesAsText("suite")).contains("quick", "hundred-million");
    assertThat(all.at("/axes/mode").toString()).contains("arrow-pandas");
    assertThat(quick.at("/suite/seconds").asDouble()).isBetween(60.0, 180.0);
    assertThat(quick.at("/questions/0/scenarios/0/axes/path").asText()).isEqualTo("udf");
  }

  @Test
  void everyMistakeOfASuiteIsToldAtOnceWithItsLine() throws IOException {
    Path suite =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            """
            suite: wrong
            title: Wrong words
            questions:
              - id: words
                ask: Which words?
                axes:
                  mode: [arow]
                  shape: [dubble]
                  function: [uper]
            """);

    Ended ended = program().run("run", suite.toString());

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err())
        .contains("wrong.yaml:7:", "did you mean 'arrow'")
        .contains("wrong.yaml:8:", "did you mean 'double'")
        .contains("wrong.yaml:9:", "did you mean 'upper'");
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void malformedYamlIsToldWithItsLine() throws IOException {
    Path suite =
        Files.writeString(folder.resolve("broken.yaml"), "suite: x\ntitle: [never closed\n");

    Ended ended = program().run("list", suite.toString());

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("malformed YAML").containsPattern("broken\\.yaml:[23]:");
  }

  @Test
  void missingInterpreterIsNamed() {
    Ended ended = program().run("run", "quick", "--python", "/no/such/python3");

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("/no/such/python3").contains("--python");
  }

  @Test
  void oldInterpreterIsToldItsVersionAndWhatIsNeeded() throws IOException {
    Ended ended = program().run("run", "quick", "--python", interpreter("3.9.2", "{}"));

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("3.9.2").contains("3.10");
  }

  @Test
  void interpreterWithoutPackagesIsToldHowToInstallThem() throws IOException {
    String python = interpreter("3.12.1", "{\"numpy\": \"2.2.6\", \"pyarrow\": \"14.0.0\"}");

    Ended ended = program().run("setup", "--python", python);

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err())
        .contains("pip install pandas", "pip install cloudpickle", "CVE-2023-47248");
  }

  @Test
  void outputFolderThatCannotBeMadeIsToldBeforeAnythingRuns() {
    String[] arguments =
        Stream.of(List.of("run", "quick", "--output", "/proc/runs"), Invocation.pythonOption())
            .flatMap(List::stream)
            .toArray(String[]::new);

    Ended ended = program().run(arguments);

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("/proc/runs");
  }

  @Test
  void listGoesToStdoutAndNamesEverySuiteAndAxis() {
    Ended ended = program().run("list");

    assertThat(ended.status()).isZero();
    assertThat(ended.out()).contains("quick", "hundred-million", "arrow-pandas", "wide-50", "cdf");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void shippedSuiteCanBePrintedCheckedAndListed() throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), program().run("list", "quick", "--yaml").out());

    Ended own = program().run("list", "mine.yaml");

    assertThat(own.status()).as(own.err()).isZero();
    assertThat(own.out()).isEqualTo(program().run("list", "quick").out());
  }

  @Test
  void completionScriptIsValidAndKnowsTheCommands() throws IOException, InterruptedException {
    Path script =
        Files.writeString(folder.resolve("completion.sh"), program().run("completion").out());
    Process bash =
        new ProcessBuilder("bash", "-c", "set -e; source " + script + "; complete -p bridgebench")
            .redirectErrorStream(true)
            .start();

    assertThat(new String(bash.getInputStream().readAllBytes(), UTF_8)).contains("bridgebench");
    assertThat(bash.waitFor()).isZero();
    assertThat(Files.readString(script)).contains("doctor", "resume", "--output");
  }

  @Test
  void variablesThatChangeAnInterpreterReachNeitherItsCheckNorAWorker() throws IOException {
    Path hiding = Files.createDirectories(folder.resolve("hiding"));
    Files.writeString(hiding.resolve("pyarrow.py"), "raise ImportError('of another Python')");
    String[] arguments =
        Stream.of(List.of("doctor", "--json"), Invocation.pythonOption())
            .flatMap(List::stream)
            .toArray(String[]::new);

    Ended ended =
        program()
            .with("PYTHONPATH", hiding.toString())
            .with("PYTHONHOME", folder.resolve("nowhere").toString())
            .run(arguments);

    assertThat(new ObjectMapper().readTree(ended.out()).path("findings"))
        .filteredOn(finding -> List.of("python", "worker").contains(finding.path("check").asText()))
        .hasSize(2)
        .allSatisfy(finding -> assertThat(finding.path("level").asText()).isEqualTo("ok"));
  }

  @ParameterizedTest
  @CsvSource({
    "run quick --deadline 2000min, 'is no duration from 100ms to 1440min'",
    "run quick -jvmArgsAppend -Xmx0foo, Invalid maximum heap size: -Xmx0foo",
    "run quick --seed x, 'is not a whole number from -2^63 to 2^63 - 1'",
    "selftest aa --arms 1, 'is not a whole number from 2 to 1000'",
    "selftest aa --arms 2147483647, 'is not a whole number from 2 to 1000'",
    "compare a b --threshold NaN, 'is no percentage from 0 to 100, such as 2'",
    "compare a b --threshold -5, 'is no percentage from 0 to 100, such as 2'",
    "jmh Udf -p mod=arrow, did you mean 'mode'?",
    "jmh Udf -p mode=arow, did you mean 'arrow'?"
  })
  void valuesThatMakeNoSenseAreToldWithWhatIsExpected(String line, String expected) {
    Ended ended = program().run(line.split(" "));

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains(expected);
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void jmhGetsItsOwnArguments() {
    assertThat(program().run("jmh", "-l").out()).contains("UdfBenchmark", "TransportBenchmark");
    assertThat(program().run("jmh", "-no-such-option").status()).isEqualTo(2);
  }

  private Invocation program() {
    return new Invocation(folder);
  }

  private String interpreter(String version, String packages) throws IOException {
    Path file = folder.resolve("fake-python");
    Files.writeString(
        file,
        """
        #!/bin/sh
        echo '{"version": "%s", "build": "fake", "packages": %s}'
        """
            .formatted(version, packages));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file.toString();
  }
}
