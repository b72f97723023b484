package bridgebench.bridge.codec;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.bridge.task.CodecSession;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Mode;
import bridgebench.scenarios.model.Scenario;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecSessionTest {

  @ParameterizedTest
  @CsvSource({
    "PICKLE, narrow, none",
    "ARROW, narrow, none",
    "ARROW, mixed, lz4",
    "ARROW, mixed, zstd"
  })
  void oneTaskIsEncodedAndDecodedWithItsLastPartialBatch(
      Mode mode, String shape, String compression) {
    try (CodecSession encoding =
            CodecSession.open(scenario(mode, shape, compression, "encode"), 1);
        CodecSession decoding =
            CodecSession.open(scenario(mode, shape, compression, "decode"), 1)) {
      assertThat(encoding.encodeOnce()).isPositive();
      assertThat(decoding.decodeOnce()).isEqualTo(1_050);
    }
  }

  /** Arrow's memory is used without checks here: a use after it is freed ends the JVM. */
  @Test
  void aSessionThatIsClosedUnderAnOperationLetsItEndFirst() throws InterruptedException {
    CodecSession session = CodecSession.open(scenario(Mode.ARROW, "narrow", "none", "decode"), 1);
    CountDownLatch running = new CountDownLatch(1);
    AtomicReference<Throwable> ended = new AtomicReference<>();
    Thread operating =
        new Thread(
            () -> {
              try {
                while (true) {
                  session.decodeOnce();
                  running.countDown();
                }
              } catch (Throwable e) {
                ended.set(e);
              }
            });
    operating.start();
    running.await();
    session.close();
    operating.join();
    assertThat(ended.get())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the session is closed");
  }

  private static Scenario scenario(Mode mode, String shape, String compression, String direction) {
    return TestScenarios.with(
        mode,
        shape,
        "identity",
        1_050,
        100,
        Map.of(Axis.COMPRESSION, compression, Axis.DIRECTION, direction));
  }
}
