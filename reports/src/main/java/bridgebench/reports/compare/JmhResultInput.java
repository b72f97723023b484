package bridgebench.reports.compare;

import bridgebench.scenarios.run.TrustLevel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the JSON that JMH writes ({@code -rf json}), of any project. */
final class JmhResultInput {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Map<String, String> FACTS = facts();

  private final Path file;

  JmhResultInput(Path file) {
    this.file = file;
  }

  private static Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("jmhVersion", "jmh.version");
    facts.put("jdkVersion", "jvm.javaVersion");
    facts.put("vmName", "jvm.name");
    facts.put("vmVersion", "jvm.version");
    facts.put("jvmArgs", "jvm.args");
    return facts;
  }

  JmhFile read() throws IOException {
    JsonNode results = parsed();
    Map<String, List<JsonNode>> byId = new LinkedHashMap<>();
    for (JsonNode result : results) {
      byId.computeIfAbsent(benchmark(result).id(), id -> new ArrayList<>()).add(result);
    }
    Map<String, JmhBenchmark> benchmarks = new LinkedHashMap<>();
    for (List<JsonNode> entries : byId.values()) {
      for (JsonNode entry : entries) {
        JmhBenchmark benchmark = benchmark(entry).with(told(entry, entries));
        benchmarks.merge(benchmark.id(), benchmark, JmhBenchmark::together);
      }
    }
    String label = String.valueOf(file.getFileName());
    ComparedRun run =
        new ComparedRun(
            label, "jmh", environment(results), benchmarks.size(), TrustLevel.UNKNOWN, Double.NaN);
    return new JmhFile(run, List.copyOf(benchmarks.values()));
  }

  private JsonNode parsed() throws IOException {
    try {
      JsonNode json = MAPPER.readTree(Files.readString(file));
      if (!json.isArray() || json.isEmpty()) {
        throw unexpected("got " + (json.isArray() ? "an empty list" : "something else"));
      }
      for (JsonNode result : json) {
        if (!result.path("benchmark").isTextual() || !result.path("primaryMetric").isObject()) {
          throw unexpected("an entry has no \"benchmark\" or no \"primaryMetric\"");
        }
      }
      return json;
    } catch (JsonProcessingException e) {
      throw unexpected(e.getOriginalMessage());
    }
  }

  private IOException unexpected(String what) {
    return new IOException(
        file + ": expected a list of JMH results, as \"-rf json\" writes it; " + what);
  }

  /** The settings in which entries of one id differ: only entries that agree are forks of one. */
  private static Map<String, String> told(JsonNode entry, List<JsonNode> entries) {
    Map<String, String> told = new TreeMap<>(settings(entry));
    told.entrySet()
        .removeIf(
            setting ->
                entries.stream()
                    .map(other -> settings(other).get(setting.getKey()))
                    .allMatch(setting.getValue()::equals));
    return told;
  }

  private static Map<String, String> settings(JsonNode result) {
    return Map.of(
        "jmh.threads", result.path("threads").asText("1"),
        "jmh.jvm", result.path("jvm").asText(""),
        "jmh.jvmArgs", joined(result.path("jvmArgs")),
        "jmh.unit", result.path("primaryMetric").path("scoreUnit").asText(""));
  }

  private static JmhBenchmark benchmark(JsonNode result) {
    SortedMap<String, String> params = new TreeMap<>();
    result.path("params").properties().forEach(e -> params.put(e.getKey(), e.getValue().asText()));
    return new JmhBenchmark(
        result.path("benchmark").asText(), result.path("mode").asText(), params, samples(result));
  }

  private static Samples samples(JsonNode result) {
    String mode = result.path("mode").asText();
    JsonNode metric = result.path("primaryMetric");
    SortedMap<String, String> settings = new TreeMap<>();
    settings.put("threads", result.path("threads").asText("1"));
    settings.put("unit", metric.path("scoreUnit").asText());
    double[][] forks = forks(metric);
    boolean positive =
        forks.length > 0
            && Arrays.stream(forks).flatMapToDouble(Arrays::stream).allMatch(v -> v > 0);
    return new Samples(
        mode,
        metric.path("scoreUnit").asText(),
        mode.equals("thrpt"),
        settings,
        positive ? forks : new double[0][],
        positive ? null : "has no positive raw values in the file",
        null);
  }

  private static double[][] forks(JsonNode metric) {
    boolean histogram = metric.has("rawDataHistogram");
    List<double[]> forks = new ArrayList<>();
    for (JsonNode fork : metric.path(histogram ? "rawDataHistogram" : "rawData")) {
      List<Double> iterations = new ArrayList<>();
      fork.forEach(i -> iterations.add(histogram ? mean(i) : i.asDouble(Double.NaN)));
      if (!iterations.isEmpty()) {
        forks.add(iterations.stream().mapToDouble(Double::doubleValue).toArray());
      }
    }
    return forks.toArray(double[][]::new);
  }

  /** An iteration of mode "sample" is a list of pairs: value and how often. */
  private static double mean(JsonNode pairs) {
    double sum = 0;
    double count = 0;
    for (JsonNode pair : pairs) {
      sum += pair.path(0).asDouble() * pair.path(1).asDouble();
      count += pair.path(1).asDouble();
    }
    return sum / count;
  }

  private static SortedMap<String, String> environment(JsonNode results) {
    SortedMap<String, String> environment = new TreeMap<>();
    FACTS.forEach(
        (member, fact) -> {
          TreeSet<String> values = new TreeSet<>();
          for (JsonNode result : results) {
            JsonNode value = result.path(member);
            if (!value.isMissingNode()) {
              values.add(value.isArray() ? joined(value) : value.asText());
            }
          }
          if (!values.isEmpty()) {
            environment.put(fact, String.join(" | ", values));
          }
        });
    return environment;
  }

  private static String joined(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(word -> words.add(word.asText()));
    return String.join(" ", words);
  }
}
