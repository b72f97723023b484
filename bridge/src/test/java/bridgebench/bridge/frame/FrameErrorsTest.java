package bridgebench.bridge.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameErrorsTest {

  @Test
  void anEndBetweenFramesIsToldApartFromOneInside() {
    assertThatThrownBy(() -> reader(new byte[0]).next())
        .isInstanceOfSatisfying(
            FrameException.class, e -> assertThat(e.fault()).isEqualTo(FrameException.Fault.ENDED));
    assertThatThrownBy(() -> reader(new byte[] {0, 0}).next())
        .hasMessageContaining("inside a frame header: expected 5 bytes, got 2");
  }

  @Test
  void aBodyThatIsCutShortIsToldInBytes() throws IOException {
    FrameReader reader = reader(frame(4096, 8, new byte[1310]));
    reader.next();
    assertThatThrownBy(reader::body)
        .hasMessageContaining("inside DATA: expected 4096 body bytes, got 1310");
  }

  @Test
  void anotherKindThanExpectedIsToldWithBoth() {
    FrameReader reader = reader(frame(2, 4, new byte[2]));
    assertThatThrownBy(() -> reader.expect(FrameKind.READY))
        .hasMessageContaining("expected READY, got PONG with 2 bytes");
  }

  @Test
  void textOnTheStreamIsShown() {
    FrameReader reader = reader("Hello from a print\n".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(reader::next).hasMessageContaining("'Hello from a print.'");
  }

  @Test
  void aControlFrameHasASmallerLimitThanABatch() throws IOException {
    int bytes = FrameReader.MAX_CONTROL_BYTES + 1;
    assertThat(reader(frame(bytes, 8, new byte[0])).next()).isEqualTo(FrameKind.DATA);
    assertThatThrownBy(() -> reader(frame(bytes, 11, new byte[0])).next())
        .hasMessageContaining("refused a frame (type 11)");
  }

  @Test
  void partsKeepTheirPositionsSoThatTheyCanBeWrittenAgain() throws IOException {
    InMemoryChannel channel = new InMemoryChannel(0, Integer.MAX_VALUE, false);
    FrameWriter writer = new FrameWriter(channel);
    for (int bytes : new int[] {100, 70_000}) {
      ByteBuffer[] parts = {ByteBuffer.allocate(bytes + 10).position(10)};
      writer.write(FrameKind.DATA, bytes, parts);
      writer.write(FrameKind.DATA, bytes, parts);
      assertThat(parts[0].position()).isEqualTo(10);
    }
    writer.flush();
    assertThat(channel.content()).hasSize(2 * 105 + 2 * 70_005);
  }

  @Test
  void smallFramesAreCollectedUntilTheyAreFlushed() throws IOException {
    InMemoryChannel channel = new InMemoryChannel(0, Integer.MAX_VALUE, false);
    FrameWriter writer = new FrameWriter(channel);
    writer.write(FrameKind.DATA, new byte[65_526]);
    assertThat(channel.content()).isEmpty();
    writer.write(FrameKind.DATA, new byte[1]);
    assertThat(channel.content()).hasSize(65_531 + 6);
    writer.write(FrameKind.END);
    writer.flush();
    assertThat(channel.content()).hasSize(65_531 + 6 + 5);
  }

  private static FrameReader reader(byte[] bytes) {
    return new FrameReader(InMemoryChannel.of(bytes), 1 << 30);
  }

  private static byte[] frame(int declaredBytes, int code, byte[] body) {
    return ByteBuffer.allocate(5 + body.length)
        .putInt(declaredBytes)
        .put((byte) code)
        .put(body)
        .array();
  }
}
