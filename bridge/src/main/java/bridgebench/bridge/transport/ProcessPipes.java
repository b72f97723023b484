package bridgebench.bridge.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * A child's stdin and stdout as channels.
 *
 * <p>The streams of {@link Process} are buffered: a large frame would be copied through 8 KiB at a
 * time. On Linux the pipe behind each is opened once more through {@code /proc/PID/fd}, which gives
 * a channel that reads and writes it directly. Where that fails the streams serve, and {@link
 * Transport#effective} says so.
 */
public final class ProcessPipes {

  private ProcessPipes() {}

  /**
   * Opens both; call before anything is sent, since the child moves its descriptors then.
   *
   * @param pipeBytes the size that the child will ask for; 0 leaves the system's 64 KiB
   */
  public static Transport of(Process process, int pipeBytes) throws IOException {
    Path descriptors = Path.of("/proc", Long.toString(process.pid()), "fd");
    try {
      FileChannel toWorker = FileChannel.open(descriptors.resolve("0"), StandardOpenOption.WRITE);
      FileChannel fromWorker;
      try {
        fromWorker = FileChannel.open(descriptors.resolve("1"), StandardOpenOption.READ);
      } catch (IOException e) {
        toWorker.close();
        throw e;
      }
      return new DirectPipes(process, toWorker, fromWorker, new PipePieces(pipeBytes));
    } catch (IOException | UnsupportedOperationException e) {
      return new PipeTransport(
          new FlushingChannel(process),
          Channels.newChannel(process.getInputStream()),
          Map.of("pipe", "stdio, through buffered streams"));
    }
  }

  /** The child's end of its own stdin, to send what it must have before it can connect. */
  public static GatheringByteChannel stdin(Process process) {
    return new FlushingChannel(process);
  }

  /** The two pipes opened directly, beside the descriptors that {@link Process} holds. */
  private static final class DirectPipes implements Transport {
    private final Process process;
    private final GatheringByteChannel toWorker;
    private final ReadableByteChannel fromWorker;
    private final int pieceBytes;

    DirectPipes(Process process, FileChannel toWorker, FileChannel fromWorker, PipePieces pieces) {
      this.process = process;
      this.toWorker = pieces.writing(toWorker);
      this.fromWorker = pieces.reading(fromWorker);
      this.pieceBytes = pieces.pieceBytes();
    }

    @Override
    public GatheringByteChannel toWorker() {
      return toWorker;
    }

    @Override
    public ReadableByteChannel fromWorker() {
      return fromWorker;
    }

    @Override
    public Map<String, String> effective() {
      return Map.of("pipe", "stdio", "pieceBytes", Integer.toString(pieceBytes));
    }

    @Override
    public void close() throws IOException {
      // The worker's stdin ends only when the last descriptor of the pipe is closed.
      try (fromWorker;
          toWorker) {
        process.getOutputStream().close();
      }
    }
  }

  /** The buffered stream as a channel; every write reaches the pipe. */
  private static final class FlushingChannel implements GatheringByteChannel {
    private final java.io.OutputStream stream;
    private final java.nio.channels.WritableByteChannel channel;

    FlushingChannel(Process process) {
      this.stream = process.getOutputStream();
      this.channel = Channels.newChannel(stream);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      int written = channel.write(bytes);
      stream.flush();
      return written;
    }

    @Override
    public long write(ByteBuffer[] parts, int offset, int length) throws IOException {
      long written = 0;
      for (int i = offset; i < offset + length; i++) {
        written += channel.write(parts[i]);
      }
      stream.flush();
      return written;
    }

    @Override
    public long write(ByteBuffer[] parts) throws IOException {
      return write(parts, 0, parts.length);
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
