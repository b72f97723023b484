package bridgebench.bridge.driver.data;

import bridgebench.bridge.codec.EncodedBatch;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.frame.FrameWriter;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/**
 * Writes frames to a socket without waiting for room: what a full socket did not take of a frame
 * goes out before the next one. Who makes frames works on while the peer reads, on one thread. For
 * one thread, but {@link #writtenBytes} may be read by any.
 */
final class SocketFrames {

  private final SocketChannel channel;
  private final FrameWriter writer;
  private boolean unfinished;

  SocketFrames(SocketChannel channel) {
    this.channel = channel;
    this.writer = new FrameWriter(channel);
  }

  /** Bytes of all frames since the start, headers included, whether or not they are out. */
  long writtenBytes() {
    return writer.writtenBytes();
  }

  /**
   * Waits until the frames before are out or collected, and begins a frame.
   *
   * @param body stays as it is until the next frame has begun
   */
  void begin(FrameKind kind, EncodedBatch body) throws IOException {
    writeRest();
    channel.configureBlocking(false);
    // Until it is known how it went: an ERROR frame must not follow half of this one.
    unfinished = true;
    unfinished = !writer.write(kind, body.frameBytes(), body.parts());
  }

  /** Writes a frame with everything before it, and waits until all of it is out. */
  void writeLast(FrameKind kind, byte[] body) throws IOException {
    writeRest();
    channel.configureBlocking(true);
    writer.write(kind, body);
    writer.flush();
  }

  private void writeRest() throws IOException {
    if (unfinished) {
      channel.configureBlocking(true);
      writer.drain();
      unfinished = false;
    }
  }
}
