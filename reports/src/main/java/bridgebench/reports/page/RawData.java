package bridgebench.reports.page;

import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.ForkTrace;
import bridgebench.reports.findings.RunAnalysis;
import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.JZlib;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A run's raw data as files inside its page, compressed by a compressor of fixed output: the JDK's
 * differs with the zlib that it is linked to.
 */
final class RawData {

  /** Header of a gzip file without name, time or system, so that it depends on the data alone. */
  private static final byte[] GZIP_HEADER = {31, (byte) 139, 8, 0, 0, 0, 0, 0, 2, (byte) 255};

  /** The best level takes three times as long to save a few percent of the digits of samples. */
  private static final int LEVEL = 6;

  private RawData() {}

  static List<ReportView.DataFile> of(RunAnalysis run) {
    String name = run.facts().runId();
    return List.of(
        file(name + "-samples.csv", "Samples, CSV", samples(run)),
        file(name + "-noise.csv", "Noise of each fork, CSV", noise(run)),
        file(name + "-figures.json", "Figures, JSON", FiguresJson.of(run)));
  }

  /** Every iteration of every fork, warm-up included. */
  static String samples(RunAnalysis run) {
    StringBuilder csv = new StringBuilder("scenario,fork,phase,iteration,nanosPerOperation\n");
    for (Arm arm : run.arms()) {
      String scenario = quoted(arm.id());
      for (ForkTrace fork : arm.forks()) {
        append(csv, scenario, fork.fork(), "warmup", fork.warmupNanos());
        append(csv, scenario, fork.fork(), "measurement", fork.measurementNanos());
      }
    }
    return csv.toString();
  }

  /** Every fact of the machine around every finished fork. */
  static String noise(RunAnalysis run) {
    StringBuilder csv = new StringBuilder("scenario,fork,sequence,fact,value\n");
    for (Arm arm : run.arms()) {
      String scenario = quoted(arm.id());
      for (ForkTrace fork : arm.forks()) {
        new TreeMap<>(fork.noise())
            .forEach(
                (fact, value) ->
                    csv.append(scenario)
                        .append(',')
                        .append(fork.fork())
                        .append(',')
                        .append(fork.sequence())
                        .append(',')
                        .append(fact)
                        .append(',')
                        .append(value)
                        .append('\n'));
      }
    }
    return csv.toString();
  }

  private static void append(
      StringBuilder csv, String scenario, int fork, String phase, List<Double> nanos) {
    for (int i = 0; i < nanos.size(); i++) {
      csv.append(scenario)
          .append(',')
          .append(fork)
          .append(',')
          .append(phase)
          .append(',')
          .append(i)
          .append(',')
          .append(nanos.get(i))
          .append('\n');
    }
  }

  private static String quoted(String text) {
    boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private static ReportView.DataFile file(String name, String label, String content) {
    byte[] packed = gzip(content.getBytes(StandardCharsets.UTF_8));
    return new ReportView.DataFile(
        name + ".gz",
        label + " (gzip)",
        label,
        "data:application/gzip;base64," + Base64.getEncoder().encodeToString(packed));
  }

  /** The content as a gzip file; the same on every machine. */
  static byte[] gzip(byte[] content) {
    byte[] body = new byte[content.length + content.length / 1_000 + 64];
    Deflater deflater = deflater();
    deflater.setInput(content);
    deflater.setOutput(body);
    int result = deflater.deflate(JZlib.Z_FINISH);
    if (result != JZlib.Z_STREAM_END) {
      throw new IllegalStateException(
          "compressing " + content.length + " bytes ended with zlib code " + result);
    }
    CRC32 crc = new CRC32();
    crc.update(content);
    int bodyBytes = (int) deflater.getTotalOut();
    return ByteBuffer.allocate(GZIP_HEADER.length + bodyBytes + 8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(GZIP_HEADER)
        .put(body, 0, bodyBytes)
        .putInt((int) crc.getValue())
        .putInt(content.length)
        .array();
  }

  private static Deflater deflater() {
    try {
      return new Deflater(LEVEL, JZlib.MAX_WBITS, true);
    } catch (GZIPException e) {
      throw new IllegalStateException("the compressor refuses its own settings", e);
    }
  }
}
