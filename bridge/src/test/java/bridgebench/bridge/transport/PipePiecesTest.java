package bridgebench.bridge.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class PipePiecesTest {

  private static final int PIECE_BYTES = 4096;

  private final PipePieces pieces = new PipePieces(8 * PIECE_BYTES);

  @Test
  void aPieceIsAnEighthOfThePipeAndAtLeastAPage() {
    assertThat(new PipePieces(0).pieceBytes()).isEqualTo(8_192);
    assertThat(new PipePieces(1 << 20).pieceBytes()).isEqualTo(131_072);
    assertThat(new PipePieces(4096).pieceBytes()).isEqualTo(4096);
  }

  @Property(tries = 200)
  void whatIsGatheredArrivesInOrderAndInPieces(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 10_000) Integer> lengths)
      throws IOException {
    byte[] whole = randomBytes(lengths.stream().mapToInt(Integer::intValue).sum());
    ByteBuffer[] parts = slices(whole, lengths);
    Pipe pipe = new Pipe();
    GatheringByteChannel channel = pieces.writing(pipe);
    while (Arrays.stream(parts).anyMatch(ByteBuffer::hasRemaining)) {
      assertThat(channel.write(parts)).isBetween(1L, (long) PIECE_BYTES);
    }
    assertThat(pipe.received.toByteArray()).isEqualTo(whole);
    assertThat(pipe.calls).isEqualTo((whole.length + PIECE_BYTES - 1) / PIECE_BYTES);
    assertThat(parts).allMatch(part -> part.limit() == part.capacity());
  }

  @Test
  void oneBufferIsWrittenInPieces() throws IOException {
    ByteBuffer source = ByteBuffer.wrap(randomBytes(PIECE_BYTES + 1));
    Pipe pipe = new Pipe();
    GatheringByteChannel channel = pieces.writing(pipe);
    assertThat(channel.write(source)).isEqualTo(PIECE_BYTES);
    assertThat(channel.write(source)).isEqualTo(1);
    assertThat(pipe.received.toByteArray()).isEqualTo(source.array());
  }

  @Test
  void aReadTakesOnePieceAndLeavesTheBuffersLimit() throws IOException {
    Pipe pipe = new Pipe();
    pipe.received.write(new byte[3 * PIECE_BYTES]);
    ReadableByteChannel channel = pieces.reading(pipe);
    ByteBuffer target = ByteBuffer.allocate(3 * PIECE_BYTES);
    assertThat(channel.read(target)).isEqualTo(PIECE_BYTES);
    assertThat(target.limit()).isEqualTo(3 * PIECE_BYTES);
  }

  private static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  private static ByteBuffer[] slices(byte[] whole, List<Integer> lengths) {
    List<ByteBuffer> parts = new ArrayList<>();
    int from = 0;
    for (int length : lengths) {
      parts.add(ByteBuffer.wrap(whole, from, length).slice());
      from += length;
    }
    return parts.toArray(ByteBuffer[]::new);
  }

  /** Takes all it is given and gives zeros for all there is room for. */
  private static final class Pipe implements GatheringByteChannel, ReadableByteChannel {
    final ByteArrayOutputStream received = new ByteArrayOutputStream();
    int calls;

    @Override
    public int read(ByteBuffer target) {
      int count = Math.min(target.remaining(), received.size());
      target.put(new byte[count]);
      return count;
    }

    @Override
    public int write(ByteBuffer source) {
      return (int) write(new ByteBuffer[] {source}, 0, 1);
    }

    @Override
    public long write(ByteBuffer[] parts, int offset, int length) {
      calls++;
      long count = 0;
      for (int i = offset; i < offset + length; i++) {
        byte[] bytes = new byte[parts[i].remaining()];
        parts[i].get(bytes);
        received.writeBytes(bytes);
        count += bytes.length;
      }
      return count;
    }

    @Override
    public long write(ByteBuffer[] parts) {
      return write(parts, 0, parts.length);
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
