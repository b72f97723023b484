package bridgebench.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bridgebench.reports.findings.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JMH's own result files, of any project, are compared as runs are. */
class JmhResultTest {

  @TempDir Path folder;

  @Test
  void aFasterBenchmarkOfAnotherProjectIsFound() throws Exception {
    ComparisonInput before = read("before.json", entry("thrpt", 1, raw(100, 8, 1)));
    ComparisonInput after = read("after.json", entry("thrpt", 1, raw(130, 8, 2)));
    RunComparison comparison = compare(before, after);
    ScenarioComparison scenario = comparison.candidates().get(0).scenarios().get(0);
    assertThat(scenario.scenarioId()).isEqualTo("org.other.Codec.encode (thrpt) {size=64}");
    assertThat(scenario.verdict()).isEqualTo(Verdict.FASTER);
    assertThat(scenario.speedRatio().median()).isCloseTo(1.3, within(0.05));
    assertThat(comparison.machine()).isEqualTo(MachineAgreement.UNKNOWN);
    assertThat(MarkdownComparison.of(comparison))
        .contains("an input does not say on which machine it was measured");
  }

  @Test
  void largeAndSmallValuesAreWrittenWithoutAnExponent() throws Exception {
    ComparisonInput large =
        read("large.json", entry("thrpt", 1, "\"rawData\": [[12345678],[12345678]]"));
    ComparisonInput small =
        read("small.json", entry("thrpt", 1, "\"rawData\": [[0.000123456],[0.000123456]]"));
    assertThat(MarkdownComparison.of(compare(large, small)))
        .contains("| 12,350,000 ops/s | 0.0001235 ops/s |");
  }

  @Test
  void lessTimeIsFaster() throws Exception {
    ComparisonInput before = read("before.json", entry("avgt", 1, raw(100, 8, 1)));
    ComparisonInput after = read("after.json", entry("avgt", 1, raw(80, 8, 2)));
    ScenarioComparison scenario = compare(before, after).candidates().get(0).scenarios().get(0);
    assertThat(scenario.verdict()).isEqualTo(Verdict.FASTER);
    assertThat(scenario.speedRatio().median()).isCloseTo(1.25, within(0.05));
  }

  @Test
  void oneForkGivesNoConclusion() throws Exception {
    ComparisonInput before = read("before.json", entry("thrpt", 1, raw(100, 1, 1)));
    ComparisonInput after = read("after.json", entry("thrpt", 1, raw(200, 1, 2)));
    assertThat(compare(before, after).candidates().get(0).scenarios().get(0).verdict())
        .isEqualTo(Verdict.TOO_FEW_FORKS);
  }

  @Test
  void anotherNumberOfThreadsIsNotCompared() throws Exception {
    ComparisonInput before = read("before.json", entry("thrpt", 1, raw(100, 5, 1)));
    ComparisonInput after = read("after.json", entry("thrpt", 4, raw(100, 5, 2)));
    assertThat(compare(before, after).candidates().get(0).scenarios().get(0).refusal())
        .isEqualTo("they differ in threads (1 against 4)");
  }

  @Test
  void sampledTimesAreReadFromTheirHistograms() throws Exception {
    String pairs = "[[[[10.0, 3], [20.0, 1]], [[12.5, 2]]], [[[12.0, 4]], [[13.0, 1]]]]";
    ComparisonInput input =
        read("sample.json", entry("sample", 1, "\"rawDataHistogram\": " + pairs));
    assertThat(input.scenarios().values().iterator().next().forks())
        .isDeepEqualTo(new double[][] {{12.5, 12.5}, {12, 13}});
  }

  @Test
  void aResultWithoutRawValuesIsNotComparedAndSaysSo() throws Exception {
    ComparisonInput before = read("before.json", entry("thrpt", 1, "\"rawData\": [[\"NaN\"]]"));
    ComparisonInput after = read("after.json", entry("thrpt", 1, raw(1, 5, 1)));
    assertThat(compare(before, after).candidates().get(0).scenarios().get(0).refusal())
        .isEqualTo("in before.json it has no positive raw values in the file");
  }

  @Test
  void theJvmThatDiffersIsCalledOut() throws Exception {
    ComparisonInput before = read("before.json", entry("thrpt", 1, raw(1, 5, 1)));
    ComparisonInput after =
        read("after.json", entry("thrpt", 1, raw(1, 5, 1)).replace("\"17.0.9\"", "\"25.0.1\""));
    assertThat(compare(before, after).environmentDifferences())
        .containsExactly(new EnvironmentDifference("jvm.javaVersion", List.of("17.0.9", "25.0.1")));
  }

  @Test
  void whatIsNoResultFileIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("x.json"), "{\"a\": 1}");
    assertThatThrownBy(() -> ComparisonInput.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("x.json: expected a list of JMH results");
    Path cut = Files.writeString(folder.resolve("y.json"), "[{\"benchmark\"");
    assertThatThrownBy(() -> ComparisonInput.read(cut)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> ComparisonInput.read(folder.resolve("none.json")))
        .hasMessageContaining("there is none");
  }

  @Test
  void entriesOfTheSameSettingsAreForksOfOneBenchmarkAndOthersAreNot() throws Exception {
    ComparisonInput same =
        read("same.json", entry("thrpt", 1, raw(1, 2, 1)), entry("thrpt", 1, raw(1, 3, 2)));
    assertThat(same.scenarios()).containsOnlyKeys("org.other.Codec.encode (thrpt) {size=64}");
    assertThat(same.scenarios().values().iterator().next().forks()).hasDimensions(5, 5);

    ComparisonInput threads =
        read("threads.json", entry("thrpt", 1, raw(1, 5, 1)), entry("thrpt", 4, raw(9, 5, 2)));
    assertThat(threads.scenarios())
        .containsOnlyKeys(
            "org.other.Codec.encode (thrpt) {jmh.threads=1, size=64}",
            "org.other.Codec.encode (thrpt) {jmh.threads=4, size=64}");

    String large = entry("thrpt", 1, raw(9, 5, 2)).replace("-Xmx1g", "-Xmx4g");
    ComparisonInput arguments = read("args.json", entry("thrpt", 1, raw(1, 5, 1)), large);
    assertThat(arguments.scenarios().keySet())
        .containsExactly(
            "org.other.Codec.encode (thrpt) {jmh.jvmArgs=-Xmx1g, size=64}",
            "org.other.Codec.encode (thrpt) {jmh.jvmArgs=-Xmx4g, size=64}");
  }

  private ComparisonInput read(String name, String... entries) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "[" + String.join(",", entries) + "]");
    return ComparisonInput.read(file);
  }

  private static RunComparison compare(ComparisonInput... inputs)
      throws DifferentMachinesException {
    return RunComparison.of(List.of(inputs), 2, false);
  }

  private static String entry(String mode, int threads, String rawData) {
    return """
        {"jmhVersion": "1.37", "benchmark": "org.other.Codec.encode", "mode": "%s", "threads": %d,
         "forks": 5, "jvm": "/opt/java", "jvmArgs": ["-Xmx1g"], "jdkVersion": "17.0.9",
         "vmName": "OpenJDK 64-Bit Server VM", "vmVersion": "17.0.9+9",
         "params": {"size": "64"},
         "primaryMetric": {"score": 1.0, "scoreError": "NaN", "scoreUnit": "ops/s", %s},
         "secondaryMetrics": {}}
        """
        .formatted(mode, threads, rawData);
  }

  /** Iterations of so many forks around a level, 1 % apart. */
  private static String raw(double level, int forks, long seed) {
    Random random = new Random(seed);
    List<String> values = new ArrayList<>();
    for (int fork = 0; fork < forks; fork++) {
      values.add(
          DoubleStream.generate(() -> level * (1 + 0.01 * random.nextGaussian()))
              .limit(5)
              .mapToObj(value -> String.format(Locale.ROOT, "%.4f", value))
              .collect(Collectors.joining(", ", "[", "]")));
    }
    return "\"rawData\": " + values;
  }
}
