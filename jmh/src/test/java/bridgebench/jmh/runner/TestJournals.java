package bridgebench.jmh.runner;

import bridgebench.jmh.fork.HistogramText;
import bridgebench.scenarios.run.Environment;
import bridgebench.scenarios.run.FailureRecord;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.IterationRecord;
import bridgebench.scenarios.run.Journal;
import bridgebench.scenarios.run.RunHeader;
import bridgebench.scenarios.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Journals with known figures, for what is derived from them. */
final class TestJournals {
  static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private TestJournals() {}

  static void write(Path folder, Suite suite, ForkRecord... forks) throws IOException {
    Environment environment =
        new Environment(
            new TreeMap<>(
                Map.of(
                    "jvm.executable", "/jdk/bin/java",
                    "jvm.javaVersion", "17.0.15",
                    "jvm.name", "OpenJDK 64-Bit Server VM",
                    "jvm.version", "17.0.15+6")));
    RunHeader header =
        new RunHeader(Journal.FORMAT_VERSION, "test", START, suite, environment, "run test", 1);
    try (Journal journal = Journal.create(folder, header)) {
      for (ForkRecord fork : forks) {
        journal.append(fork);
      }
    }
  }

  static ForkRecord fork(String scenario, int fork, IterationRecord... measurement) {
    return fork(scenario, fork, null, measurement);
  }

  static ForkRecord failed(String scenario, int fork) {
    return fork(scenario, fork, new FailureRecord("deadline", "it hung", ""));
  }

  private static ForkRecord fork(
      String scenario, int fork, @Nullable FailureRecord failure, IterationRecord... measurement) {
    return new ForkRecord(
        scenario,
        fork,
        fork,
        START.plusSeconds(10L * fork),
        4_000_000_000L,
        failure,
        List.of(iteration(1, 500_000_000, 100)),
        List.of(measurement),
        Map.of("service", HistogramText.encode(latencies(1_000_000L * (fork + 1)))),
        Map.of("service", List.of(1_000_000L * (fork + 1))),
        List.of(),
        null,
        Map.of("flush", "buffer"),
        Map.of("jvmFlags", "-Xmx512m -XX:+UseSerialGC"),
        Map.of());
  }

  private static Histogram latencies(long nanos) {
    Histogram histogram = new Histogram(3);
    histogram.recordValueWithCount(nanos, 100);
    return histogram;
  }

  static IterationRecord iteration(long operations, long durationNanos, long rows) {
    return new IterationRecord(
        operations,
        durationNanos,
        rows,
        8 * rows,
        4 * rows,
        operations,
        Map.of("python.decode", 1_000 * operations),
        Map.of("python", 3_000 * operations),
        Map.of("python", 2_000 * operations),
        Map.of("python", 10 * operations),
        Map.of("python.peakResident", 5_000_000L));
  }
}
