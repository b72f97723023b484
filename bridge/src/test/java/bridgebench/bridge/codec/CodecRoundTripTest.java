package bridgebench.bridge.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bridgebench.bridge.clock.StageClock;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.function.WrongResultException;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.bridge.task.Codecs;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.model.Shape;
import bridgebench.scenarios.model.Shapes;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodecRoundTripTest {

  private static final int ROWS = 2_345;

  static Stream<Arguments> everyShapeAndMode() {
    return Shapes.all().stream()
        .map(Shape::name)
        .flatMap(
            shape ->
                Stream.of(Mode.PICKLE, Mode.ARROW)
                    .flatMap(
                        mode ->
                            Stream.of("columns", "rows")
                                .map(source -> Arguments.of(shape, mode, source))));
  }

  @ParameterizedTest
  @MethodSource("everyShapeAndMode")
  void whatIsEncodedComesBackAsTheSameValues(String shape, Mode mode, String source) {
    Scenario scenario =
        TestScenarios.with(mode, shape, "identity", ROWS, 100, Map.of(Axis.SOURCE, source));
    RowWindow window = Codecs.window(scenario, 7);
    try (BatchDecoder decoder = Codecs.decoder(scenario, window);
        AnswerMaker answers = Codecs.answers(scenario, window);
        BatchEncoder encoder = Codecs.encoder(scenario, window)) {
      long last = window.rows() - 50L;
      for (long first : new long[] {0, 1, last, 5L * window.rows() + 17}) {
        encoder.encode(first, 100);
        byte[] body =
            mode == Mode.PICKLE ? answers.answer(first, 100) : bytes(encoder.encode(first, 100));
        assertThat(decode(decoder, body)).isEqualTo(100);
        decoder.check(first, new StageClock(false));
      }
    }
  }

  private static byte[] bytes(EncodedBatch batch) {
    ByteBuffer all = ByteBuffer.allocate(batch.frameBytes());
    for (ByteBuffer part : batch.parts()) {
      all.put(part);
    }
    assertThat(all.hasRemaining()).isFalse();
    return all.array();
  }

  private static int decode(BatchDecoder decoder, byte[] body) {
    decoder.bodyBuffer(FrameKind.DATA, body.length).put(body);
    return decoder.decode(body.length);
  }

  @Test
  void aBatchInTheWrongPlaceIsAWrongResult() {
    Scenario scenario = TestScenarios.of(Mode.ARROW, "narrow", "identity", ROWS, 100);
    RowWindow window = Codecs.window(scenario, 7);
    try (BatchDecoder decoder = Codecs.decoder(scenario, window);
        BatchEncoder encoder = Codecs.encoder(scenario, window)) {
      decode(decoder, bytes(encoder.encode(100, 100)));
      assertThatThrownBy(() -> decoder.check(0, new StageClock(false)))
          .isInstanceOf(WrongResultException.class)
          .hasMessageContaining("row 0, column 'n': expected ")
          .hasMessageContaining(scenario.id());
    }
  }
}
