package bridgebench.bridge.frame;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.util.Arrays;

/**
 * Writes frames. Frames that fit are collected in 64 KiB; one that does not goes out with what was
 * collected in a single gathering write, its body never copied.
 *
 * <p>On a blocking channel every method returns when its work is done. On a non-blocking one {@link
 * #write} and {@link #flush} return false when the channel is full; the parts handed over must then
 * stay as they are until {@link #drain} has returned true, and no other frame may be written.
 *
 * <p>For one thread, but {@link #writtenBytes} may be read by any.
 */
public final class FrameWriter {

  /** An int32 length and a type byte. */
  public static final int HEADER_BYTES = 5;

  /** Spark's {@code spark.buffer.size}, used on both sides. */
  public static final int BUFFER_BYTES = 64 * 1024;

  private static final VarHandle WRITTEN_BYTES = writtenBytesHandle();
  private static final ByteBuffer[] NO_PARTS = {};

  private final GatheringByteChannel channel;
  private final ByteBuffer collected = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final ByteBuffer header = ByteBuffer.allocateDirect(HEADER_BYTES);

  private ByteBuffer[] gather = new ByteBuffer[16];
  private int[] startPositions = new int[16];
  private int gathered;
  private int gatherFrom;
  private long writtenBytes;

  public FrameWriter(GatheringByteChannel channel) {
    this.channel = channel;
  }

  /** Bytes of all frames written since the start, headers included, flushed or not. */
  public long writtenBytes() {
    return (long) WRITTEN_BYTES.getOpaque(this);
  }

  /** Writes a frame without a body. */
  public boolean write(FrameKind kind) throws IOException {
    return write(kind, 0, NO_PARTS);
  }

  /** Writes a frame whose body is an array. */
  public boolean write(FrameKind kind, byte[] body) throws IOException {
    return write(kind, body.length, new ByteBuffer[] {ByteBuffer.wrap(body)});
  }

  /**
   * Writes a frame.
   *
   * @param bodyBytes the sum of what remains in the parts
   * @param parts the body; positions are the same afterwards
   * @return false when a non-blocking channel took only a part of it
   */
  public boolean write(FrameKind kind, int bodyBytes, ByteBuffer[] parts) throws IOException {
    WRITTEN_BYTES.setOpaque(this, writtenBytes + HEADER_BYTES + bodyBytes);
    if (bodyBytes <= collected.remaining() - HEADER_BYTES) {
      collect(kind, bodyBytes, parts);
      return true;
    }
    header.clear().putInt(bodyBytes).put(kind.code()).flip();
    begin(collected.flip());
    begin(header);
    for (ByteBuffer part : parts) {
      begin(part);
    }
    return drain();
  }

  /**
   * Hands everything collected to the operating system.
   *
   * @return false when a non-blocking channel took only a part of it
   */
  public boolean flush() throws IOException {
    if (collected.position() == 0) {
      return true;
    }
    begin(collected.flip());
    return drain();
  }

  /** Bytes collected and not yet handed to the operating system; not while a drain is due. */
  public int collectedBytes() {
    return collected.position();
  }

  /**
   * Goes on with a write or flush that a non-blocking channel cut short.
   *
   * @return whether nothing is left
   */
  public boolean drain() throws IOException {
    while (gatherFrom < gathered) {
      if (!gather[gatherFrom].hasRemaining()) {
        gatherFrom++;
      } else if (writeOnce() == 0) {
        return false;
      }
    }
    finish();
    return true;
  }

  private long writeOnce() throws IOException {
    return gathered - gatherFrom == 1
        ? channel.write(gather[gatherFrom])
        : channel.write(gather, gatherFrom, gathered - gatherFrom);
  }

  private void collect(FrameKind kind, int bodyBytes, ByteBuffer[] parts) {
    collected.putInt(bodyBytes).put(kind.code());
    for (ByteBuffer part : parts) {
      int start = part.position();
      collected.put(part);
      part.position(start);
    }
  }

  private void begin(ByteBuffer part) {
    if (gathered == gather.length) {
      gather = Arrays.copyOf(gather, 2 * gathered);
      startPositions = Arrays.copyOf(startPositions, 2 * gathered);
    }
    gather[gathered] = part;
    startPositions[gathered] = part.position();
    gathered++;
  }

  private void finish() {
    for (int i = 0; i < gathered; i++) {
      gather[i].position(startPositions[i]);
    }
    gathered = 0;
    gatherFrom = 0;
    collected.clear();
  }

  private static VarHandle writtenBytesHandle() {
    try {
      return MethodHandles.lookup().findVarHandle(FrameWriter.class, "writtenBytes", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
