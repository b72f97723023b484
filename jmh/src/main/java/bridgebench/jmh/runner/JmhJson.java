package bridgebench.jmh.runner;

import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.suite.Timing;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Version;

/**
 * Writes entries as JMH's own JSON writer does, byte by byte. That one lays its text out by some
 * twenty passes of regular expressions, which took most of the time of a report.
 */
final class JmhJson {
  private static final double[] PERCENTILES = {
    0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100
  };
  private static final String JMH_VERSION = Version.getPlainVersion();
  private static final String END_OF_FILE = "\n\n\n";

  private final Map<String, String> facts;
  private final JsonGenerator json;

  /**
   * @param facts of the environment that the forks ran in
   * @param out is not closed
   */
  private JmhJson(Map<String, String> facts, OutputStream out) throws IOException {
    this.facts = facts;
    this.json = new JsonFactory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setPrettyPrinter(new Layout());
  }

  /**
   * Writes a whole file.
   *
   * @param facts of the environment that the forks ran in
   */
  static void write(Map<String, String> facts, List<JmhEntry> entries, OutputStream out)
      throws IOException {
    JmhJson writer = new JmhJson(facts, out);
    try (JsonGenerator json = writer.json) {
      json.writeStartArray();
      for (JmhEntry entry : entries) {
        writer.entry(entry);
      }
      json.writeEndArray();
      json.writeRaw(END_OF_FILE);
    }
  }

  private void entry(JmhEntry entry) throws IOException {
    json.writeStartObject();
    settings(entry);
    json.writeObjectFieldStart("params");
    for (Map.Entry<String, String> parameter :
        new TreeMap<>(BenchmarkNames.params(entry.planned().scenario())).entrySet()) {
      json.writeStringField(parameter.getKey(), parameter.getValue());
    }
    json.writeEndObject();
    metric("primaryMetric", entry.primary());
    json.writeObjectFieldStart("secondaryMetrics");
    for (Map.Entry<String, JmhMetric> secondary : entry.secondary().entrySet()) {
      metric(secondary.getKey(), secondary.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void settings(JmhEntry entry) throws IOException {
    Timing timing = entry.planned().timing();
    Mode mode = entry.mode();
    json.writeStringField("jmhVersion", JMH_VERSION);
    json.writeStringField("benchmark", BenchmarkNames.ofResults(entry.planned().scenario().path()));
    json.writeStringField("mode", mode.shortLabel());
    json.writeNumberField("threads", entry.planned().scenario().workers());
    // What was run: JMH itself ran single forks.
    json.writeNumberField("forks", entry.forks().size());
    json.writeStringField("jvm", fact("jvm.executable"));
    json.writeArrayFieldStart("jvmArgs");
    for (String argument : jvmArgs(entry.forks().get(0))) {
      json.writeString(argument);
    }
    json.writeEndArray();
    json.writeStringField("jdkVersion", fact("jvm.javaVersion"));
    json.writeStringField("vmName", fact("jvm.name"));
    json.writeStringField("vmVersion", fact("jvm.version"));
    iterations("warmup", timing.warmupIterations(), timing.warmupNanos(), mode);
    iterations("measurement", timing.measurementIterations(), timing.measurementNanos(), mode);
  }

  private void iterations(String phase, int count, long nanos, Mode mode) throws IOException {
    // JMH's own JSON says "single-shot" where iterations have no duration.
    TimeValue time = mode == Mode.SingleShotTime ? TimeValue.NONE : readable(nanos);
    json.writeNumberField(phase + "Iterations", count);
    json.writeStringField(phase + "Time", time.toString());
    json.writeNumberField(phase + "BatchSize", 1);
  }

  // JMH prints the unit it is given: "1 s", not "1000000000 ns".
  private static TimeValue readable(long nanos) {
    if (nanos % 1_000_000_000L == 0) {
      return TimeValue.seconds(nanos / 1_000_000_000L);
    }
    return nanos % 1_000_000L == 0
        ? TimeValue.milliseconds(nanos / 1_000_000L)
        : TimeValue.nanoseconds(nanos);
  }

  private static List<String> jvmArgs(ForkRecord fork) {
    String flags = fork.workerVersions().getOrDefault("jvmFlags", "");
    return flags.isEmpty() ? List.of() : List.of(flags.split(" "));
  }

  private String fact(String name) {
    return facts.getOrDefault(name, "unknown");
  }

  private void metric(String name, JmhMetric metric) throws IOException {
    JmhScore score = metric.score();
    json.writeObjectFieldStart(name);
    json.writeFieldName("score");
    number(score.score());
    json.writeFieldName("scoreError");
    number(score.error());
    json.writeFieldName("scoreConfidence");
    numbers(List.of(score.low(), score.high()));
    json.writeObjectFieldStart("scorePercentiles");
    for (double percent : PERCENTILES) {
      json.writeFieldName(Double.toString(percent));
      number(score.percentile(percent));
    }
    json.writeEndObject();
    json.writeStringField("scoreUnit", metric.unit());
    json.writeArrayFieldStart("rawData");
    for (List<Double> fork : metric.rawData()) {
      numbers(fork);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void numbers(List<Double> values) throws IOException {
    json.writeStartArray();
    for (double value : values) {
      number(value);
    }
    json.writeEndArray();
  }

  private void number(double value) throws IOException {
    if (Double.isInfinite(value)) {
      json.writeString(value > 0 ? "+INF" : "-INF");
    } else {
      json.writeNumber(value);
    }
  }

  /** JMH's layout: every value on a line of its own, the end of what is empty too. */
  private static final class Layout extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1L;
    private static final DefaultIndenter FOUR_SPACES = new DefaultIndenter("    ", "\n");

    Layout() {
      indentArraysWith(FOUR_SPACES);
      indentObjectsWith(FOUR_SPACES);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
      end(json, ']');
    }

    @Override
    public void writeEndObject(JsonGenerator json, int fields) throws IOException {
      end(json, '}');
    }

    private void end(JsonGenerator json, char bracket) throws IOException {
      _nesting--;
      FOUR_SPACES.writeIndentation(json, _nesting);
      json.writeRaw(bracket);
    }
  }
}
