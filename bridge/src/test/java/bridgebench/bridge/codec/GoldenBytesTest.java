package bridgebench.bridge.codec;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.bridge.codec.pickle.AnswerPickler;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.ColumnBatch;
import bridgebench.bridge.rows.RowRun;
import bridgebench.bridge.rows.TestWindows;
import bridgebench.bridge.task.Codecs;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Shapes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes that Python wrote hold, for Java, the values of values.json. */
class GoldenBytesTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("bridgebench.root", ".."), "docs", "protocol", "golden");
  private static final int HEADER_BYTES = 5;
  private static final int DATA_TYPE = 8;

  @ParameterizedTest
  @CsvSource({
    "pickle, pickle-from-worker.bin",
    "arrow, arrow-from-worker.bin",
    "arrow, arrow-lz4-from-worker.bin",
    "arrow, arrow-zstd-from-worker.bin",
    "arrow, arrow-to-worker.bin"
  })
  void everyTypeIsRead(String mode, String file) throws IOException {
    GoldenValues golden = GoldenValues.read(FOLDER.resolve("values.json"));
    try (BatchDecoder decoder = decoder(mode, golden.columns())) {
      assertThat(decode(decoder, body(file))).isEqualTo(golden.rows());
      for (int i = 0; i < golden.columns().size(); i++) {
        Column came = ((ColumnBatch) decoder).column(i);
        assertThat(came.firstDifference(0, golden.column(i), 0, golden.rows()))
            .as("first different row of %s: %s", golden.columns().get(i), shown(came))
            .isEqualTo(-1);
      }
    }
  }

  @Test
  void theSchemaOfEveryTypeIsAccepted() throws IOException {
    List<ColumnSpec> columns = GoldenValues.read(FOLDER.resolve("values.json")).columns();
    byte[] body = body("arrow-schema.bin");
    try (BatchDecoder decoder = decoder("arrow", columns)) {
      decoder.bodyBuffer(FrameKind.SCHEMA, body.length).put(body);
      decoder.schema(body.length);
    }
  }

  @Test
  void bareValuesAreReadWhereThereIsOneResultColumn() throws IOException {
    GoldenValues golden = GoldenValues.read(FOLDER.resolve("values.json"));
    ColumnSpec doubles = golden.columns().get(6);
    try (BatchDecoder decoder = decoder("pickle", List.of(doubles))) {
      decode(decoder, body("pickle-bare-from-worker.bin"));
      Column came = ((ColumnBatch) decoder).column(0);
      assertThat(came.firstDifference(0, golden.column(6), 0, golden.rows())).isEqualTo(-1);
    }
  }

  @Test
  void answersMadeOnTheJvmAreThoseOfPython() throws IOException {
    List<Object> values =
        new ArrayList<>(
            Arrays.asList(
                0.25, null, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN));
    assertThat(AnswerPickler.pickle(values)).isEqualTo(body("pickle-bare-from-worker.bin"));
  }

  @Test
  void aPlansRowsArePickledToTheGoldenBytes() throws IOException {
    GoldenValues golden = GoldenValues.read(FOLDER.resolve("values.json"));
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < golden.columns().size(); i++) {
      columns.add(golden.column(i));
    }
    try (RunEncoder encoder = Codecs.codec(Mode.PICKLE).runEncoder(golden.columns())) {
      encoder.start(golden.rows());
      encoder.append(RowRun.of(columns, golden.rows()));
      assertIsGolden("pyrolite-from-driver-plan.bin", encoder.finish());
    }
  }

  @Test
  void aTasksRowsArePickledToTheGoldenBytes() throws IOException {
    Scenario scenario = TestScenarios.of(Mode.PICKLE, "mixed", "identity", 5, 5);
    try (BatchEncoder encoder = Codecs.encoder(scenario, Codecs.window(scenario, 7))) {
      assertIsGolden("pyrolite-to-worker.bin", encoder.encode(0, 5));
    }
  }

  /** What came is left in {@code target/golden}, to be looked at and taken over. */
  private static void assertIsGolden(String file, EncodedBatch batch) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES + batch.frameBytes());
    frame.putInt(batch.frameBytes()).put((byte) DATA_TYPE);
    for (ByteBuffer part : batch.parts()) {
      frame.put(part);
    }
    Path came = Files.createDirectories(Path.of("target", "golden")).resolve(file);
    Files.write(came, frame.array());
    assertThat(Arrays.equals(frame.array(), Files.readAllBytes(FOLDER.resolve(file))))
        .as("%s has the bytes of %s", came, FOLDER.resolve(file))
        .isTrue();
  }

  private static BatchDecoder decoder(String mode, List<ColumnSpec> results) {
    Scenario scenario =
        TestScenarios.of(
            bridgebench.scenarios.model.AxisWord.of(Mode.class, mode),
            "double",
            "udf.py:anything",
            10,
            10);
    return Codecs.decoder(scenario, TestWindows.fill(Shapes.named("double"), 10, 1), results);
  }

  private static int decode(BatchDecoder decoder, byte[] body) {
    decoder.bodyBuffer(FrameKind.DATA, body.length).put(body);
    return decoder.decode(body.length);
  }

  private static byte[] body(String file) throws IOException {
    byte[] frame = Files.readAllBytes(FOLDER.resolve(file));
    return Arrays.copyOfRange(frame, HEADER_BYTES, frame.length);
  }

  private static List<String> shown(Column column) {
    List<String> values = new ArrayList<>();
    for (int row = 0; row < column.rows(); row++) {
      values.add(column.show(row));
    }
    return values;
  }
}
