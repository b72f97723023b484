package bridgebench.jmh.runner;

import bridgebench.jmh.fork.HistogramText;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.RunFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * The latencies of a run as standard HdrHistogram logs, derived from the journal: one file a kind
 * of latency, one tag a scenario, one interval a fork. Values are nanoseconds; the interval is the
 * fork's whole time, warm-up included, of which only measured iterations are in the histogram.
 */
final class LatencyLogs {
  // The log's third column, the greatest value, is in milliseconds.
  private static final double NANOS_IN_MILLI = 1_000_000.0;

  private LatencyLogs() {}

  /** Derives it from the folder's journal, replacing what is older. */
  static void write(RunFolder folder, JournalContents journal) throws IOException {
    Map<String, LogText> byKind = new TreeMap<>();
    for (ForkRecord fork : journal.forks()) {
      if (fork.failure() == null) {
        fork.latencyHistograms()
            .forEach(
                (kind, text) ->
                    byKind
                        .computeIfAbsent(kind, k -> new LogText(k, journal.header().startedAt()))
                        .add(fork, HistogramText.decode(text)));
      }
    }
    for (LogText log : byKind.values()) {
      DerivedFile.replace(folder.histogramLog(log.kind), log.bytes::writeTo);
    }
  }

  /** A scenario's id as a tag: the format separates by commas and ends tags at white space. */
  static String tag(String scenarioId) {
    return scenarioId.replaceAll("[,\\s]", "_");
  }

  private static final class LogText {
    private final String kind;
    private final Instant base;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final HistogramLogWriter writer = new HistogramLogWriter(bytes);

    LogText(String kind, Instant base) {
      this.kind = kind;
      this.base = base;
      writer.outputComment(
          "[bridgebench: " + kind + " latency in nanoseconds, one tag a scenario]");
      writer.outputLogFormatVersion();
      writer.outputBaseTime(base.toEpochMilli());
      writer.setBaseTime(base.toEpochMilli());
      writer.outputStartTime(base.toEpochMilli());
      writer.outputLegend();
    }

    void add(ForkRecord fork, Histogram histogram) {
      double start = Duration.between(base, fork.startedAt()).toMillis() / 1_000.0;
      double end = start + fork.elapsedNanos() / 1e9;
      histogram.setTag(tag(fork.scenarioId()));
      writer.outputIntervalHistogram(start, end, histogram, NANOS_IN_MILLI);
    }
  }
}
