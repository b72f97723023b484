package bridgebench.bridge.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FramePropertiesTest {

  record Sent(FrameKind kind, int bodyBytes, int parts, long seed) {

    byte[] body() {
      byte[] body = new byte[bodyBytes];
      new Random(seed).nextBytes(body);
      return body;
    }

    ByteBuffer[] gatherList() {
      byte[] body = body();
      ByteBuffer[] list = new ByteBuffer[parts];
      int from = 0;
      for (int i = 0; i < parts; i++) {
        int to = i == parts - 1 ? bodyBytes : from + (bodyBytes - from) / 2;
        list[i] = ByteBuffer.wrap(body, from, to - from);
        from = to;
      }
      return list;
    }
  }

  @Provide
  Arbitrary<Sent> frames() {
    return Combinators.combine(
            Arbitraries.of(FrameKind.values()),
            Arbitraries.oneOf(
                Arbitraries.integers().between(0, 300),
                Arbitraries.integers().between(65_500, 65_600),
                Arbitraries.integers().between(0, 200_000)),
            Arbitraries.integers().between(1, 40),
            Arbitraries.longs())
        .as(Sent::new);
  }

  @Property(tries = 150)
  void framesComeBackWhateverPiecesTheChannelTakesAndGives(
      @ForAll @Size(max = 12) List<@From("frames") Sent> frames,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 100_000) int longestPiece)
      throws IOException {
    InMemoryChannel channel = new InMemoryChannel(seed, longestPiece, true);
    FrameWriter writer = new FrameWriter(channel);
    for (Sent frame : frames) {
      finish(writer, writer.write(frame.kind(), frame.bodyBytes(), frame.gatherList()));
    }
    finish(writer, writer.flush());

    FrameReader reader = new FrameReader(channel, 1 << 20);
    List<byte[]> bodies = new ArrayList<>();
    for (Sent frame : frames) {
      while (!reader.tryNext()) {
        Thread.onSpinWait();
      }
      assertThat(reader.kind()).isEqualTo(frame.kind());
      ByteBuffer body = ByteBuffer.allocate(reader.bodyBytes());
      while (!reader.tryBody(body)) {
        Thread.onSpinWait();
      }
      bodies.add(body.array());
    }
    assertThat(bodies).containsExactlyElementsOf(frames.stream().map(Sent::body).toList());
    assertThat(reader.readBytes()).isEqualTo(writer.writtenBytes());
    assertThat(channel.content()).hasSize((int) writer.writtenBytes());
  }

  @Property(tries = 300)
  void anyBytesAreFramesOrAreRefusedWithoutAnythingElseHappening(
      @ForAll @Size(max = 400) byte[] bytes, @ForAll @IntRange(min = 0, max = 300) int limit) {
    FrameReader reader = new FrameReader(InMemoryChannel.of(bytes), limit);
    int read = 0;
    try {
      while (true) {
        reader.next();
        read += FrameWriter.HEADER_BYTES + reader.body().length;
      }
    } catch (FrameException refused) {
      assertThat(refused).hasMessageMatching("(?s).*(expected|refused).*");
      assertThat(read).isLessThanOrEqualTo(bytes.length);
    } catch (IOException other) {
      throw new AssertionError(other);
    }
  }

  private static void finish(FrameWriter writer, boolean all) throws IOException {
    boolean done = all;
    while (!done) {
      done = writer.drain();
    }
  }
}
