package bridgebench.bridge.frame;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.ReadableByteChannel;
import java.util.Random;

/**
 * A channel that gives back what was written to it, in pieces of any size, now and then none at
 * all, as a non-blocking socket does.
 */
public final class InMemoryChannel implements GatheringByteChannel, ReadableByteChannel {

  private final Content bytes = new Content();
  private final Random pieces;
  private final int longestPiece;
  private final boolean mayPause;
  private int position;

  /**
   * @param longestPiece most bytes taken or given at once
   * @param mayPause whether 0 bytes may be taken or given
   */
  public InMemoryChannel(long seed, int longestPiece, boolean mayPause) {
    this.pieces = new Random(seed);
    this.longestPiece = longestPiece;
    this.mayPause = mayPause;
  }

  /** A channel that takes and gives everything at once. */
  public static InMemoryChannel of(byte[] content) {
    InMemoryChannel channel = new InMemoryChannel(0, Integer.MAX_VALUE, false);
    channel.bytes.writeBytes(content);
    return channel;
  }

  /** All that was written. */
  public byte[] content() {
    return bytes.toByteArray();
  }

  @Override
  public int write(ByteBuffer source) {
    byte[] piece = new byte[piece(source.remaining())];
    source.get(piece);
    bytes.writeBytes(piece);
    return piece.length;
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) {
    int left = longestPiece == Integer.MAX_VALUE ? longestPiece : piece(longestPiece);
    long written = 0;
    for (int i = offset; i < offset + length && left > 0; i++) {
      byte[] piece = new byte[Math.min(left, sources[i].remaining())];
      sources[i].get(piece);
      bytes.writeBytes(piece);
      left -= piece.length;
      written += piece.length;
    }
    return written;
  }

  @Override
  public long write(ByteBuffer[] sources) {
    return write(sources, 0, sources.length);
  }

  @Override
  public int read(ByteBuffer target) {
    if (position == bytes.size()) {
      return -1;
    }
    int count = Math.min(piece(target.remaining()), bytes.size() - position);
    bytes.copy(position, count, target);
    position += count;
    return count;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  private int piece(int wanted) {
    int most = Math.min(wanted, longestPiece);
    if (longestPiece == Integer.MAX_VALUE || most == 0) {
      return most;
    }
    return mayPause ? pieces.nextInt(most + 1) : 1 + pieces.nextInt(most);
  }

  /** What was written, readable without copying all of it for each piece. */
  private static final class Content extends ByteArrayOutputStream {
    void copy(int from, int length, ByteBuffer target) {
      target.put(buf, from, length);
    }
  }
}
