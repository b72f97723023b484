package bridgebench.bridge.frame;

import bridgebench.bridge.frame.FrameException.Fault;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames: a header, then the body into a buffer of the caller's choice. A length is checked
 * against the limit before anything is allocated for it.
 *
 * <p>On a blocking channel {@link #next} and {@link #body} return when they are done. On a
 * non-blocking one {@link #tryNext} and {@link #tryBody} return false when the channel has no more;
 * call again when it has.
 *
 * <p>For one thread, but {@link #readBytes} may be read by any.
 */
public final class FrameReader {

  /** Bodies other than batches are never longer, whatever the limit for batches. */
  public static final int MAX_CONTROL_BYTES = 64 * 1024 * 1024;

  private static final VarHandle READ_BYTES = readBytesHandle();
  private static final int PREVIEW_BYTES = 60;

  private final ReadableByteChannel channel;
  private final ByteBuffer ahead = ByteBuffer.allocateDirect(FrameWriter.BUFFER_BYTES).limit(0);

  private long maxBodyBytes;
  private @Nullable FrameKind kind;
  private int bodyBytes;
  private boolean inBody;
  private long readBytes;

  /**
   * @param maxBodyBytes the longest body to accept; see {@link #limit}
   */
  public FrameReader(ReadableByteChannel channel, long maxBodyBytes) {
    this.channel = channel;
    this.maxBodyBytes = maxBodyBytes;
  }

  /** Changes the longest body to accept: 4 KiB until the peer has shown the secret, more after. */
  public void limit(long maxBodyBytes) {
    this.maxBodyBytes = maxBodyBytes;
  }

  /** Bytes received since the start, headers included. */
  public long readBytes() {
    return (long) READ_BYTES.getOpaque(this);
  }

  /** The kind of the frame whose header was read last. */
  public FrameKind kind() {
    if (kind == null) {
      throw new IllegalStateException("no frame has been read yet");
    }
    return kind;
  }

  /** Body length of the frame whose header was read last. */
  public int bodyBytes() {
    return bodyBytes;
  }

  /** Waits for the next frame's header. */
  public FrameKind next() throws IOException {
    if (!tryNext()) {
      throw new IllegalStateException("next() on a channel that does not block");
    }
    return kind();
  }

  /**
   * Waits for the next frame's header, which must be of this kind.
   *
   * @throws FrameException naming both kinds when it is another
   */
  public void expect(FrameKind expected) throws IOException {
    if (next() != expected) {
      throw unexpected(expected.name());
    }
  }

  /** The error for a frame of a kind that does not belong here. */
  public FrameException unexpected(String expected) {
    return new FrameException(
        Fault.KIND, "expected " + expected + ", got " + kind + " with " + bodyBytes + " bytes");
  }

  /** Reads the next frame's header; false when a non-blocking channel has not all of it yet. */
  public boolean tryNext() throws IOException {
    if (inBody) {
      throw new IllegalStateException("the body of " + kind + " has not been read");
    }
    if (ahead.remaining() < FrameWriter.HEADER_BYTES && !fillHeader()) {
      return false;
    }
    int length = ahead.getInt();
    byte code = ahead.get();
    accept(length, code, FrameKind.of(code));
    return true;
  }

  /** Reads the body into the target, which must have exactly that much room. */
  public void body(ByteBuffer target) throws IOException {
    if (!tryBody(target)) {
      throw new IllegalStateException("body() on a channel that does not block");
    }
  }

  /** Goes on filling the target; false when a non-blocking channel has not all of it yet. */
  public boolean tryBody(ByteBuffer target) throws IOException {
    takeFromAhead(target);
    while (target.hasRemaining()) {
      int read = channel.read(target);
      if (read < 0) {
        int got = bodyBytes - target.remaining();
        throw new FrameException(
            Fault.CUT,
            "channel ended inside " + kind + ": expected " + bodyBytes + " body bytes, got " + got);
      }
      if (read == 0) {
        return false;
      }
    }
    if (inBody) {
      inBody = false;
      READ_BYTES.setOpaque(this, readBytes + bodyBytes);
    }
    return true;
  }

  /** Reads the body into an array. */
  public byte[] body() throws IOException {
    byte[] bytes = new byte[bodyBytes];
    body(ByteBuffer.wrap(bytes));
    return bytes;
  }

  private void takeFromAhead(ByteBuffer target) {
    int count = Math.min(ahead.remaining(), target.remaining());
    if (count > 0) {
      int limit = ahead.limit();
      target.put(ahead.limit(ahead.position() + count));
      ahead.limit(limit);
    }
  }

  private boolean fillHeader() throws IOException {
    ahead.compact();
    // After a large body comes a large body: reading its start ahead would copy it once more.
    if (bodyBytes >= FrameWriter.BUFFER_BYTES) {
      ahead.limit(FrameWriter.HEADER_BYTES);
    }
    try {
      while (ahead.position() < FrameWriter.HEADER_BYTES) {
        int read = channel.read(ahead);
        if (read < 0) {
          throw endedInHeader();
        }
        if (read == 0) {
          return false;
        }
      }
      return true;
    } finally {
      ahead.flip();
    }
  }

  private FrameException endedInHeader() {
    int got = ahead.position();
    return got == 0
        ? new FrameException(Fault.ENDED, "channel ended: expected a frame, got nothing")
        : new FrameException(
            Fault.CUT,
            "channel ended inside a frame header: expected "
                + FrameWriter.HEADER_BYTES
                + " bytes, got "
                + got);
  }

  private void accept(int length, byte code, @Nullable FrameKind known) throws FrameException {
    long limit = maxBodyBytes;
    if (known != null && !known.carriesBatches()) {
      limit = Math.min(limit, MAX_CONTROL_BYTES);
    }
    if (length < 0 || length > limit) {
      throw new FrameException(
          Fault.LENGTH,
          "refused a frame (type "
              + code
              + ") of "
              + length
              + " bytes before allocating it: expected 0 to "
              + limit
              + preview(length, code));
    }
    if (known == null) {
      throw new FrameException(
          Fault.KIND, "expected a frame type from 1 to 14, got " + code + preview(length, code));
    }
    kind = known;
    bodyBytes = length;
    inBody = length > 0;
    READ_BYTES.setOpaque(this, readBytes + FrameWriter.HEADER_BYTES);
  }

  // Something that prints into the stream is known at once by its text.
  private String preview(int length, byte code) {
    byte[] bytes = new byte[FrameWriter.HEADER_BYTES + Math.min(ahead.remaining(), PREVIEW_BYTES)];
    ByteBuffer.wrap(bytes).putInt(length).put(code);
    int rest = bytes.length - FrameWriter.HEADER_BYTES;
    ahead.get(ahead.position(), bytes, FrameWriter.HEADER_BYTES, rest);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String printable = text.replaceAll("[^\\x20-\\x7e]", ".");
    return "; as text the bytes read '" + printable + "'";
  }

  private static VarHandle readBytesHandle() {
    try {
      return MethodHandles.lookup().findVarHandle(FrameReader.class, "readBytes", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
