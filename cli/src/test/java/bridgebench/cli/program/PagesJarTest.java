package bridgebench.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.cli.program.Invocation.Ended;
import bridgebench.scenarios.run.RunFolder;
import bridgebench.scenarios.run.RunJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages beside a run's own, and what is made of noise, in the packaged program. */
class PagesJarTest {
  @TempDir Path folder;

  @Test
  void aJmhResultOfAnotherProjectGetsAPageBesideIt() throws IOException {
    Path result = jmhResult("theirs.json", 10);

    Ended ended = program().run("report", result.toString());

    assertThat(ended.status()).as(ended.err()).isZero();
    Path page = folder.resolve("theirs.html");
    assertThat(ended.out().strip()).isEqualTo(page.toString());
    assertThat(page).content().contains("some.Benchmark", "95 % interval", "1.37");
  }

  @Test
  void whatIsNoJmhResultIsToldWithStatus2() throws IOException {
    Path result = Files.writeString(folder.resolve("other.json"), "{}");

    Ended ended = program().run("report", result.toString());

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("other.json: expected a list of JMH results");
    assertThat(folder.resolve("other.html")).doesNotExist();
  }

  @Test
  void comparedJmhResultsGetAPageTooWhereAsked() throws IOException {
    Path slow = jmhResult("slow.json", 10);
    Path fast = jmhResult("fast.json", 20);
    Path page = folder.resolve("difference.html");

    Ended ended =
        program().run("compare", slow.toString(), fast.toString(), "--html", page.toString());

    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("## Benchmark comparison");
    assertThat(page).content().contains("fast.json against slow.json", "faster");
  }

  @Test
  void runsOfAFolderAreIndexedAndNoiseEndsAStrictReportWithStatus5() throws IOException {
    Ended ended = program().run(SmallSuite.arguments("run", SmallSuite.write(folder, 2)));
    RunFolder run = new RunFolder(Path.of(ended.out().strip()).getParent());
    Files.createDirectory(folder.resolve("runs/not-a-run"));

    Ended indexed = program().run("report", "--index", "runs");

    assertThat(indexed.status()).as(indexed.err()).isZero();
    assertThat(Path.of(indexed.out().strip()))
        .isEqualTo(folder.resolve("runs/index.html"))
        .content()
        .contains("href=\"" + run.runId() + "/report.html\"", "A small suite", "trust ");

    disturb(run.journal());
    String path = run.path().toString();
    Ended strict = program().run("report", path, "--strict", "--service-level", "10ms");

    assertThat(strict.status()).as(strict.err()).isEqualTo(5);
    assertThat(strict.err()).contains("trust: red", "red: The hypervisor kept back", "dedicated");
    assertThat(run.report()).content().contains("Trust: red.", "service level 10 ms");
    JsonNode file = new ObjectMapper().readTree(run.runFile().toFile());
    assertThat(file.at("/trust/level").asText()).isEqualTo("red");
    assertThat(program().run("report", path).status()).isZero();
  }

  @Test
  void identicalArmsAreMeasuredAndComparedWithEachOther() throws IOException {
    Ended ended =
        program()
            .run(
                Stream.concat(
                        Stream.of(
                            "selftest",
                            "aa",
                            "--arms",
                            "2",
                            "-f",
                            "2",
                            "-wi",
                            "1",
                            "-w",
                            "10ms",
                            "-i",
                            "2",
                            "-r",
                            "10ms",
                            "-p",
                            "rows=1000",
                            "--json"),
                        Invocation.pythonOption().stream())
                    .toArray(String[]::new));

    assertThat(ended.status()).as(ended.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(ended.out());
    assertThat(json.path("arms").asInt()).isEqualTo(2);
    assertThat(json.path("forks").asInt()).isEqualTo(4);
    assertThat(json.at("/measured/comparisons").asInt()).isEqualTo(1);
    assertThat(json.at("/redrawn/comparisons").asInt()).isEqualTo(2_000);
    assertThat(json.path("sentences")).hasSize(5);
    assertThat(Path.of(json.path("report").asText())).isRegularFile();
    assertThat(ended.err()).contains("trust: ");
  }

  /** Lets a hypervisor take a tenth of what was wanted, in every fork. */
  private static void disturb(Path journal) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(journal)) {
      ObjectNode json = (ObjectNode) RunJson.mapper().readTree(line);
      if (json.path("noise") instanceof ObjectNode noise) {
        // Shares are judged of forks of a second or more.
        json.put("elapsedNanos", 2_000_000_000L);
        noise.put("busyCpuNanos", 1e9);
        noise.put("stealTicks", 11);
      }
      lines.add(json.toString());
    }
    Files.write(journal, lines);
  }

  /** Ten forks of another project's benchmark, in JMH's own format. */
  private Path jmhResult(String name, double operationsPerSecond) throws IOException {
    List<List<Double>> forks = new ArrayList<>();
    for (int fork = 0; fork < 10; fork++) {
      double level = operationsPerSecond + 0.01 * fork;
      forks.add(List.of(level, level + 0.001, level + 0.002));
    }
    return Files.writeString(
        folder.resolve(name),
        """
        [{"jmhVersion": "1.37", "benchmark": "some.Benchmark.run", "mode": "thrpt", "threads": 1,
          "primaryMetric": {"score": %s, "scoreError": 0.1, "scoreUnit": "ops/s", "rawData": %s}}]
        """
            .formatted(operationsPerSecond, forks));
  }

  private Invocation program() {
    return new Invocation(folder);
  }
}
