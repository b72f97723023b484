package bridgebench.bridge.transport;

import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.frame.FrameReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Two named pipes in the private folder. Opening one blocks until the other end is opened too,
 * which may never happen; so each is first opened for both directions, which never blocks, and
 * those keepers are closed once the worker has spoken.
 */
public final class NamedPipes implements MeetingPlace {

  private static final long LOOK_AROUND_NANOS = 20_000_000;

  private final Path toWorkerPath;
  private final Path fromWorkerPath;
  private final int pipeBytes;

  private NamedPipes(Path toWorkerPath, Path fromWorkerPath, int pipeBytes) {
    this.toWorkerPath = toWorkerPath;
    this.fromWorkerPath = fromWorkerPath;
    this.pipeBytes = pipeBytes;
  }

  /**
   * Makes both pipes.
   *
   * @param pipeBytes the size that the worker asks for; 0 leaves the system's 64 KiB
   */
  public static NamedPipes in(Path folder, int pipeBytes) throws IOException {
    NamedPipes pipes =
        new NamedPipes(folder.resolve("to-worker"), folder.resolve("from-worker"), pipeBytes);
    Process mkfifo =
        new ProcessBuilder(
                "mkfifo",
                "-m",
                "600",
                pipes.toWorkerPath.toString(),
                pipes.fromWorkerPath.toString())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(mkfifo.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (mkfifo.waitFor() != 0) {
        throw new IOException("cannot make named pipes in " + folder + ": " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while making named pipes in " + folder, e);
    }
    return pipes;
  }

  @Override
  public void describeTo(ObjectNode bootstrap) {
    bootstrap.put("transport", "pipe").put("pipe", "named");
    bootstrap.put("readPath", toWorkerPath.toString());
    bootstrap.put("writePath", fromWorkerPath.toString());
    bootstrap.put("pipeBytes", pipeBytes);
  }

  @Override
  public Connection await(Greeting greeting, BooleanSupplier alive, Deadline deadline)
      throws IOException {
    try (@SuppressWarnings("try") // held, not used
            FileChannel keepTo = both(toWorkerPath);
        FileChannel keepFrom = both(fromWorkerPath)) {
      FileChannel toWorker = FileChannel.open(toWorkerPath, StandardOpenOption.WRITE);
      FileChannel fromWorker = FileChannel.open(fromWorkerPath, StandardOpenOption.READ);
      PipeTransport transport = transport(toWorker, fromWorker);
      try (Patience patience = new Patience(alive, deadline, keepFrom, fromWorker)) {
        FrameReader reader = new FrameReader(transport.fromWorker(), Greeting.MAX_BYTES);
        return new Connection(transport, reader, hear(reader, greeting, patience));
      } catch (IOException | RuntimeException e) {
        transport.close();
        throw e;
      }
    }
  }

  private PipeTransport transport(FileChannel toWorker, FileChannel fromWorker) {
    PipePieces pieces = new PipePieces(pipeBytes);
    return new PipeTransport(
        pieces.writing(toWorker),
        pieces.reading(fromWorker),
        Map.of("pipe", "named", "pieceBytes", Integer.toString(pieces.pieceBytes())));
  }

  private static long hear(FrameReader reader, Greeting greeting, Patience patience)
      throws IOException {
    try {
      reader.expect(FrameKind.HELLO);
      return greeting
          .admit(reader.body())
          .orElseThrow(() -> new NobodyCameException("another process wrote to the named pipe", 1));
    } catch (IOException e) {
      String reason = patience.ranOut();
      throw reason == null ? e : new NobodyCameException(reason, 0);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(toWorkerPath);
    Files.deleteIfExists(fromWorkerPath);
  }

  private static FileChannel both(Path path) throws IOException {
    return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /**
   * Watches over a wait for the first frame. When there is no hope left the keeper is closed: a
   * pipe's end is seen only when nobody has it open for writing. A worker that stopped after it
   * opened the pipe still has, so what is read from is closed too.
   */
  private static final class Patience implements AutoCloseable {
    private final Thread watcher;
    private volatile boolean over;
    private volatile @Nullable String ranOut;

    Patience(BooleanSupplier alive, Deadline deadline, FileChannel keeper, FileChannel fromWorker) {
      watcher =
          new Thread(() -> watch(alive, deadline, keeper, fromWorker), "bridgebench-named-pipe");
      watcher.setDaemon(true);
      watcher.start();
    }

    @Nullable String ranOut() {
      return ranOut;
    }

    @Override
    public void close() {
      over = true;
    }

    private void watch(
        BooleanSupplier alive, Deadline deadline, FileChannel keeper, FileChannel fromWorker) {
      while (!over) {
        if (!alive.getAsBoolean()) {
          ranOut = "the worker's process ended before it opened its pipes";
        } else if (deadline.passed()) {
          ranOut = "the worker did not open its pipes within " + deadline + " and greet";
        }
        if (ranOut != null) {
          closeQuietly(keeper);
          closeQuietly(fromWorker);
          return;
        }
        LockSupport.parkNanos(LOOK_AROUND_NANOS);
      }
    }

    private static void closeQuietly(FileChannel keeper) {
      try {
        keeper.close();
      } catch (IOException e) {
        // Nothing more can be done to end the read; closing the transport does.
      }
    }
  }
}
