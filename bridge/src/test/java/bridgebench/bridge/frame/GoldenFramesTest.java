package bridgebench.bridge.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes in {@code docs/protocol/golden}, which the Python side is held to as well. */
class GoldenFramesTest {

  private static final Path GOLDEN =
      Path.of(System.getProperty("bridgebench.root", ".."), "docs", "protocol", "golden");

  static Stream<Path> wholeFrames() throws IOException {
    return Files.list(GOLDEN)
        .filter(file -> file.toString().endsWith(".bin") && !file.toString().contains("-length"))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("wholeFrames")
  void everyGoldenFrameIsReadAndWrittenAsTheSameBytes(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    FrameReader reader = new FrameReader(InMemoryChannel.of(bytes), 1 << 20);
    FrameKind kind = reader.next();
    byte[] body = reader.body();
    assertThat(body).isEqualTo(Arrays.copyOfRange(bytes, FrameWriter.HEADER_BYTES, bytes.length));

    InMemoryChannel written = new InMemoryChannel(0, Integer.MAX_VALUE, false);
    FrameWriter writer = new FrameWriter(written);
    writer.write(kind, body);
    writer.flush();
    assertThat(written.content()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "hello.bin,HELLO",
    "ping.bin,PING",
    "pong.bin,PONG",
    "setup.bin,SETUP",
    "ready.bin,READY",
    "task.bin,TASK",
    "data-bytes.bin,DATA",
    "data-empty.bin,DATA",
    "arrow-schema.bin,SCHEMA",
    "end.bin,END",
    "trailer.bin,TRAILER",
    "error.bin,ERROR",
    "fork.bin,FORK",
    "forked.bin,FORKED",
    "bootstrap-unix.bin,BOOTSTRAP"
  })
  void everyKindHasItsByte(String file, FrameKind kind) throws IOException {
    byte[] bytes = Files.readAllBytes(GOLDEN.resolve(file));
    assertThat(new FrameReader(InMemoryChannel.of(bytes), 1 << 20).next()).isEqualTo(kind);
  }

  @Test
  void aTaskIsItsNumberAndItsRows() throws IOException {
    byte[] bytes = Files.readAllBytes(GOLDEN.resolve("task.bin"));
    FrameReader reader = new FrameReader(InMemoryChannel.of(bytes), 1 << 20);
    reader.expect(FrameKind.TASK);
    ByteBuffer body = ByteBuffer.wrap(reader.body());
    assertThat(body.getLong()).isEqualTo(7);
    assertThat(body.getLong()).isEqualTo(1_000_000);
  }

  @ParameterizedTest
  @CsvSource({"negative-length.bin,-1", "oversize-length.bin,2147483647"})
  void aLengthOutOfBoundsIsRefusedBeforeAllocation(String file, String length) throws IOException {
    byte[] bytes = Files.readAllBytes(GOLDEN.resolve(file));
    FrameReader reader = new FrameReader(InMemoryChannel.of(bytes), 1 << 30);
    assertThatThrownBy(reader::next)
        .isInstanceOf(FrameException.class)
        .hasMessageContaining("of " + length + " bytes before allocating it");
  }
}
