import bridgebench.bridge.codec.EncodedBatch;
import bridgebench.bridge.codec.RunEncoder;
import bridgebench.bridge.driver.DriverReport;
import bridgebench.bridge.driver.DriverSession;
import bridgebench.bridge.driver.plan.RowStream;
import bridgebench.bridge.driver.plan.WindowRows;
import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.rows.RowRun;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.bridge.rows.TimestampRange;
import bridgebench.bridge.task.BridgeSettings;
import bridgebench.bridge.task.Codecs;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Resolution;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Shapes;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * bridgebench's own driver, told over stdin what to do: {@code open AXIS=WORD…}, {@code round}, and {@code frames MODE ROWS WINDOW-ROWS FILE}.
 * Answers each line with one: nanoseconds of an operation, or of a call, for {@code round}. Every result is checked.
 */
public final class DriverCase {

  private static final long SEED = 42;

  private final PythonLaunch python;
  private DriverSession session;

  private DriverCase(PythonLaunch python) {
    this.python = python;
  }

  public static void main(String[] args) throws IOException {
    DriverCase driver = new DriverCase(PythonLaunch.using(Path.of(args[0])));
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(driver.answer(line.split(" ")));
      }
    } finally {
      driver.close();
    }
  }

  private String answer(String[] words) throws IOException {
    switch (words[0]) {
      case "open" -> open(words);
      case "frames" -> writeFrames(Mode.valueOf(words[1].toUpperCase()), Integer.parseInt(words[2]), Integer.parseInt(words[3]), Path.of(words[4]));
      case "round" -> {
        DriverReport report = session.runOperation();
        return Long.toString(report.durationNanos() / Math.max(1, report.calls()));
      }
      default -> throw new IllegalArgumentException("expected open, frames or round, got " + words[0]);
    }
    return "done";
  }

  private void open(String[] words) {
    close();
    Map<Axis, String> axes = new EnumMap<>(Axis.class);
    for (String word : Arrays.copyOfRange(words, 1, words.length)) {
      int at = word.indexOf('=');
      axes.put(axis(word.substring(0, at)), word.substring(at + 1));
    }
    Scenario scenario = Resolution.scenario(axes, Path.of("").toAbsolutePath());
    session =
        DriverSession.open(
            scenario,
            new BridgeSettings(
                python, Path.of(System.getProperty("java.io.tmpdir")), Duration.ofSeconds(60), BridgeSettings.MAX_FRAME_BYTES, SEED, false));
  }

  /** The very bodies that {@code collect} or {@code to-arrow} would move, each after its length. */
  private static void writeFrames(Mode mode, int rows, int windowRows, Path file) throws IOException {
    int batchRows = mode == Mode.PICKLE ? 1_000 : 10_000;
    RowWindow window = RowWindow.ofRows(Shapes.named("three-columns"), windowRows, SEED, TimestampRange.PANDAS);
    WindowRows plan = new WindowRows(window, rows);
    RowStream stream = plan.open();
    try (RunEncoder encoder = Codecs.codec(mode).runEncoder(plan.columns());
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      if (encoder.schema() != null) {
        write(out, encoder.schema());
      }
      encoder.start(batchRows);
      for (RowRun run = stream.next(batchRows); run != null; run = stream.next(batchRows - encoder.rows())) {
        encoder.append(run);
        if (encoder.rows() == batchRows) {
          write(out, encoder.finish());
          encoder.start(batchRows);
        }
      }
      if (encoder.rows() > 0) {
        write(out, encoder.finish());
      }
    }
  }

  private static void write(DataOutputStream out, EncodedBatch batch) throws IOException {
    out.writeInt(batch.frameBytes());
    for (ByteBuffer part : batch.parts()) {
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      out.write(bytes);
    }
  }

  private static Axis axis(String suiteName) {
    return Arrays.stream(Axis.values())
        .filter(axis -> axis.suiteName().equals(suiteName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no axis " + suiteName));
  }

  private void close() {
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
