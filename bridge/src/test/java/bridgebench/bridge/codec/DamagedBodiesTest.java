package bridgebench.bridge.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.clock.StageClock;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.bridge.task.Codecs;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Scenario;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes come, the answer is rows or an error of the bridge, never another one. */
class DamagedBodiesTest {

  private static final int ROWS = 50;
  private static final Map<String, RowWindow> WINDOWS = new ConcurrentHashMap<>();

  @Property(tries = 400)
  void aFlippedByteOfAnArrowBatchEndsInRowsOrInABridgeException(
      @ForAll int position, @ForAll byte value, @ForAll boolean compressed) {
    damageAndDecode(compressed ? arrow("mixed", "zstd") : arrow("mixed", "none"), position, value);
  }

  @Property(tries = 200)
  void aFlippedByteOfNestedArrowColumnsEndsInRowsOrInABridgeException(
      @ForAll int position, @ForAll byte value) {
    damageAndDecode(arrow("nested", "none"), position, value);
  }

  @Property(tries = 400)
  void aFlippedByteOfAPickleEndsInRowsOrInABridgeException(
      @ForAll int position, @ForAll byte value, @ForAll boolean nested) {
    damageAndDecode(
        TestScenarios.of(Mode.PICKLE, nested ? "nested" : "mixed", "identity", ROWS, ROWS),
        position,
        value);
  }

  @Property(tries = 200)
  void aBodyCutShortEndsInABridgeException(
      @ForAll @IntRange(max = 99) int percent, @ForAll boolean pickle) {
    Scenario scenario =
        pickle
            ? TestScenarios.of(Mode.PICKLE, "mixed", "identity", ROWS, ROWS)
            : arrow("mixed", "none");
    byte[] whole = answer(scenario);
    byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100);
    assertThatThrownBy(() -> decodeAndCheck(scenario, cut)).isInstanceOf(BridgeException.class);
  }

  @Test
  void aMessageThatDeclaresMoreMetadataThanTheFrameHoldsIsRefused() {
    Scenario scenario = arrow("double", "none");
    byte[] body = answer(scenario);
    ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).putInt(4, Integer.MAX_VALUE);
    assertThatThrownBy(() -> decodeAndCheck(scenario, body))
        .isInstanceOf(MalformedBodyException.class)
        .hasMessageContaining("declares 2147483647 bytes of metadata");
  }

  @Test
  void aPickleThatDeclaresALongerStringThanTheFrameHoldsIsRefusedBeforeItIsAllocated() {
    Scenario scenario = TestScenarios.of(Mode.PICKLE, "strings", "identity", ROWS, ROWS);
    byte[] body = {(byte) 0x80, 5, 'X', -1, -1, -1, 0x7F, '.'};
    assertThatThrownBy(() -> decodeAndCheck(scenario, body))
        .isInstanceOf(MalformedBodyException.class)
        .hasMessageContaining("declares 2147483647 bytes, and 1 are left in the frame");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lz4", "zstd"})
  void aCompressedBufferThatDeclaresMoreThanItsValuesNeedIsRefusedBeforeItIsAllocated(
      String compression) {
    Scenario scenario = arrow("long", compression);
    byte[] body = answer(scenario);
    int magic = compression.equals("lz4") ? 0x184D2204 : 0xFD2FB528;
    ByteBuffer bytes = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    int at = Long.BYTES;
    while (bytes.getInt(at) != magic) {
      at++;
    }
    bytes.putLong(at - Long.BYTES, 1L << 29);
    assertThatThrownBy(() -> decodeAndCheck(scenario, body))
        .isInstanceOf(MalformedBodyException.class)
        .hasMessageContaining("declares 536870912 bytes, and its values need " + 8 * ROWS);
  }

  @Test
  void pickledRowsAreUnboxedBeforeTheyAreChecked() {
    Scenario scenario = TestScenarios.of(Mode.PICKLE, "double", "identity", ROWS, ROWS);
    byte[] body = {(byte) 0x80, 5, ']', '(', 'K', 7, 'e', '.'};
    try (BatchDecoder decoder = Codecs.decoder(scenario, window(scenario))) {
      decoder.bodyBuffer(FrameKind.DATA, body.length).put(body);
      assertThatThrownBy(() -> decoder.decode(body.length))
          .hasMessageContaining("expected a double, got 7 (Integer)");
    }
  }

  @Test
  void aPickledValueOfAnotherTypeIsNamed() {
    Scenario scenario = TestScenarios.of(Mode.PICKLE, "double", "identity", ROWS, ROWS);
    byte[] body = {(byte) 0x80, 5, ']', '(', 'K', 7, 'e', '.'};
    assertThatThrownBy(() -> decodeAndCheck(scenario, body))
        .isInstanceOf(MalformedBodyException.class)
        .hasMessageContaining("row 0 of the batch, column 'x': expected a double, got 7 (Integer)");
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"PICKLE", "ARROW"})
  void aDecoderIsUsableAfterADamagedBody(Mode mode) {
    Scenario scenario = TestScenarios.of(mode, "narrow", "identity", ROWS, ROWS);
    RowWindow window = window(scenario);
    byte[] whole = answer(scenario);
    try (BatchDecoder decoder = Codecs.decoder(scenario, window)) {
      byte[] cut = Arrays.copyOf(whole, whole.length / 2);
      decoder.bodyBuffer(FrameKind.DATA, cut.length).put(cut);
      assertThatThrownBy(() -> decoder.decode(cut.length)).isInstanceOf(BridgeException.class);
      decoder.bodyBuffer(FrameKind.DATA, whole.length).put(whole);
      assertThat(decoder.decode(whole.length)).isEqualTo(ROWS);
      decoder.check(0, new StageClock(false));
    }
  }

  private static void damageAndDecode(Scenario scenario, int position, byte value) {
    byte[] body = answer(scenario);
    body[Math.floorMod(position, body.length)] = value;
    try {
      decodeAndCheck(scenario, body);
    } catch (BridgeException expected) {
      assertThat(expected).hasMessageMatching("(?s).{20,}");
    }
  }

  private static void decodeAndCheck(Scenario scenario, byte[] body) {
    RowWindow window = window(scenario);
    try (BatchDecoder decoder = Codecs.decoder(scenario, window)) {
      decoder.bodyBuffer(FrameKind.DATA, body.length).put(body);
      decoder.decode(body.length);
      decoder.check(0, new StageClock(false));
    }
  }

  /** Filling one takes longer than a try, and nobody writes into it. */
  private static RowWindow window(Scenario scenario) {
    return WINDOWS.computeIfAbsent(scenario.shape(), shape -> Codecs.window(scenario, 1));
  }

  private static byte[] answer(Scenario scenario) {
    try (AnswerMaker answers = Codecs.answers(scenario, window(scenario))) {
      return answers.answer(0, ROWS);
    }
  }

  private static Scenario arrow(String shape, String compression) {
    return TestScenarios.with(
        Mode.ARROW, shape, "identity", ROWS, ROWS, Map.of(Axis.COMPRESSION, compression));
  }
}
