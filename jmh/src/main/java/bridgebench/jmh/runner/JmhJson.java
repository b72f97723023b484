package bridgebench.jmh.runner;

import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.suite.Timing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
  private static final String END_OF_FILE = "\n]\n\n\n";

  private final Map<String, String> facts;
  private final JmhLayout json;

  private JmhJson(Map<String, String> facts, JmhLayout json) {
    this.facts = facts;
    this.json = json;
  }

  /**
   * Writes a whole file.
   *
   * @param facts of the environment that the forks ran in
   */
  static void write(Map<String, String> facts, List<JmhEntry> entries, OutputStream out)
      throws IOException {
    StringBuilder text = new StringBuilder("[");
    for (JmhEntry entry : entries) {
      new JmhJson(facts, new JmhLayout(text, 1)).entry(entry);
      text.append(entry == entries.get(entries.size() - 1) ? "" : ",");
      flush(text, out);
    }
    text.append(END_OF_FILE);
    flush(text, out);
  }

  private static void flush(StringBuilder text, OutputStream out) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }

  private void entry(JmhEntry entry) {
    json.open('{');
    settings(entry);
    json.open("params", '{');
    for (Map.Entry<String, String> parameter :
        new TreeMap<>(BenchmarkNames.params(entry.planned().scenario())).entrySet()) {
      json.field(parameter.getKey(), parameter.getValue());
    }
    json.close('}');
    metric("primaryMetric", entry.primary());
    json.open("secondaryMetrics", '{');
    for (Map.Entry<String, JmhMetric> secondary : entry.secondary().entrySet()) {
      metric(secondary.getKey(), secondary.getValue());
    }
    json.close('}');
    json.close('}');
  }

  private void settings(JmhEntry entry) {
    Timing timing = entry.planned().timing();
    Mode mode = entry.mode();
    json.field("jmhVersion", JMH_VERSION);
    json.field("benchmark", BenchmarkNames.ofResults(entry.planned().scenario().path()));
    json.field("mode", mode.shortLabel());
    json.field("threads", entry.planned().scenario().workers());
    // What was run: JMH itself ran single forks.
    json.field("forks", entry.forks().size());
    json.field("jvm", fact("jvm.executable"));
    json.open("jvmArgs", '[');
    for (String argument : jvmArgs(entry.forks().get(0))) {
      json.element(argument);
    }
    json.close(']');
    json.field("jdkVersion", fact("jvm.javaVersion"));
    json.field("vmName", fact("jvm.name"));
    json.field("vmVersion", fact("jvm.version"));
    iterations("warmup", timing.warmupIterations(), timing.warmupNanos(), mode);
    iterations("measurement", timing.measurementIterations(), timing.measurementNanos(), mode);
  }

  private void iterations(String phase, int count, long nanos, Mode mode) {
    // JMH's own JSON says "single-shot" where iterations have no duration.
    TimeValue time = mode == Mode.SingleShotTime ? TimeValue.NONE : readable(nanos);
    json.field(phase + "Iterations", count);
    json.field(phase + "Time", time.toString());
    json.field(phase + "BatchSize", 1);
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

  private void metric(String name, JmhMetric metric) {
    JmhScore score = metric.score();
    json.open(name, '{');
    json.field("score", score.score());
    json.field("scoreError", score.error());
    json.open("scoreConfidence", '[');
    numbers(List.of(score.low(), score.high()));
    json.close(']');
    json.open("scorePercentiles", '{');
    for (double percent : PERCENTILES) {
      json.field(Double.toString(percent), score.percentile(percent));
    }
    json.close('}');
    json.field("scoreUnit", metric.unit());
    json.open("rawData", '[');
    for (List<Double> fork : metric.rawData()) {
      json.open('[');
      numbers(fork);
      json.close(']');
    }
    json.close(']');
    json.close('}');
  }

  private void numbers(List<Double> values) {
    for (double value : values) {
      json.element(value);
    }
  }
}
