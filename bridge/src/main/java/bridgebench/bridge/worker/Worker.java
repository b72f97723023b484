package bridgebench.bridge.worker;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.clock.ClockOffset;
import bridgebench.bridge.frame.FrameException;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.frame.FrameReader;
import bridgebench.bridge.frame.FrameWriter;
import bridgebench.bridge.transport.Connection;
import bridgebench.bridge.transport.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A connected Python worker: frames to it and from it, a watch over its silence, and words for what
 * goes wrong. For one task at a time; {@link #close} may be called by any thread.
 */
public final class Worker implements AutoCloseable {

  private static final int CLOCK_EXCHANGES = 20;
  private static final long EXIT_MILLIS = 2_000;

  private final PythonProcess process;
  private final @Nullable PrivateFolder folder;
  private final Transport transport;
  private final FrameReader reader;
  private final FrameWriter writer;
  private final WorkerWatch watch;
  private final Faults faults;
  private final Runnable emergency = this::killNow;

  private @Nullable Ready ready;
  private boolean closed;

  Worker(
      PythonProcess process,
      @Nullable PrivateFolder folder,
      Connection connection,
      WorkerWatch watch,
      Faults faults) {
    this.process = process;
    this.folder = folder;
    this.transport = connection.transport();
    this.reader = connection.reader();
    this.writer = new FrameWriter(transport.toWorker());
    this.watch = watch;
    this.faults = faults;
    watch.over(transport, () -> reader.readBytes() + writer.writtenBytes());
    Leftovers.remember(emergency);
  }

  public FrameReader reader() {
    return reader;
  }

  public FrameWriter writer() {
    return writer;
  }

  public Transport transport() {
    return transport;
  }

  public long pid() {
    return process.pid();
  }

  /** Says that the worker must move from now on, or its deadline passes. */
  public void expectMoves() {
    watch.arm();
  }

  /** Counts what moves beside the frames as a sign of life too: it grows while things move. */
  public void alsoMoves(LongSupplier more) {
    watch.over(transport, () -> reader.readBytes() + writer.writtenBytes() + more.getAsLong());
  }

  /** Says that nothing is expected from the worker. */
  public void expectNothing() {
    watch.disarm();
  }

  /** Bounds the offset of the two clocks by exchanging PING and PONG; only before the set-up. */
  public ClockOffset measureClock() {
    return guarded("while comparing clocks", this::exchangeClockReadings);
  }

  /**
   * Tells the worker what it is for and waits until it is ready.
   *
   * @param setup the body of a SETUP frame
   */
  public Ready setUp(byte[] setup) {
    return guarded(
        "while the worker loaded its function",
        () -> {
          writer.write(FrameKind.SETUP, setup);
          writer.flush();
          expect(FrameKind.READY);
          Ready answer = Ready.of(reader.body());
          ready = answer;
          return answer;
        });
  }

  /** What the worker said when it was set up. */
  public Ready ready() {
    if (ready == null) {
      throw new IllegalStateException("the worker has not been set up");
    }
    return ready;
  }

  /** Options in force on both ends: {@code jvm.…} and {@code python.…}. */
  public void addEffective(Map<String, String> effective) {
    transport.effective().forEach((name, value) -> effective.put("jvm." + name, value));
    ready().effective().forEach((name, value) -> effective.put("python." + name, value));
  }

  /**
   * Waits for a frame of this kind.
   *
   * @throws PythonError when Python reports an exception instead
   * @throws FrameException for any other kind
   */
  public void expect(FrameKind kind) throws IOException {
    if (reader.next() != kind) {
      throw notExpected(kind.name());
    }
  }

  /** The error for the frame whose header was just read and that does not belong here. */
  public IOException notExpected(String expected) throws IOException {
    return reader.kind() == FrameKind.ERROR
        ? PythonError.of(reader.body())
        : reader.unexpected(expected);
  }

  /**
   * Ends the worker and says in words what happened.
   *
   * @param doing for example "while reading the answers"
   */
  public BridgeException explain(Throwable failure, String doing) {
    return faults.explain(process, watch, failure, doing, this::kill);
  }

  /** Lets the worker go: it exits by itself, or is killed when it does not. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    watch.close();
    ProcessGroup group = process.group();
    group.remember();
    closeChannels();
    if (process.awaitEnd(EXIT_MILLIS)) {
      group.killOthers();
    } else {
      group.kill();
    }
    forget();
  }

  /** Ends the worker and everything that it started, at once. */
  public synchronized void kill() {
    if (!closed) {
      closed = true;
      killNow();
      forget();
    }
  }

  private void killNow() {
    watch.close();
    process.group().kill();
    closeChannels();
    removeFolder();
  }

  private void forget() {
    removeFolder();
    Leftovers.forget(emergency);
  }

  private void closeChannels() {
    try {
      transport.close();
    } catch (IOException e) {
      // The other end went first.
    }
    process.closeStdin();
  }

  private void removeFolder() {
    if (folder != null) {
      folder.close();
    }
  }

  private ClockOffset exchangeClockReadings() throws IOException {
    ClockOffset offset = ClockOffset.unknown();
    ByteBuffer ping = ByteBuffer.allocateDirect(Long.BYTES);
    ByteBuffer[] parts = {ping};
    ByteBuffer pong = ByteBuffer.allocateDirect(2 * Long.BYTES);
    for (int i = 0; i < CLOCK_EXCHANGES; i++) {
      ping.clear().putLong(i).flip();
      long sent = System.nanoTime();
      writer.write(FrameKind.PING, Long.BYTES, parts);
      writer.flush();
      expect(FrameKind.PONG);
      requirePongLength();
      reader.body(pong.clear());
      long received = System.nanoTime();
      offset = offset.narrowedBy(sent, pong.getLong(Long.BYTES), received);
    }
    return offset;
  }

  private void requirePongLength() throws FrameException {
    if (reader.bodyBytes() != 2 * Long.BYTES) {
      throw new FrameException(
          FrameException.Fault.BODY,
          "expected a PONG of " + 2 * Long.BYTES + " bytes, got " + reader.bodyBytes());
    }
  }

  private interface Exchange<T> {
    T run() throws IOException;
  }

  private <T> T guarded(String doing, Exchange<T> exchange) {
    watch.arm();
    try {
      return exchange.run();
    } catch (FrameException | PythonError e) {
      throw explain(e, doing);
    } catch (IOException e) {
      throw explain(saidBefore(e), doing);
    } catch (RuntimeException e) {
      throw explain(e, doing);
    } finally {
      watch.disarm();
    }
  }

  // A write fails when the worker has stopped reading; why may already be on its way.
  private IOException saidBefore(IOException failure) {
    try {
      expect(FrameKind.ERROR);
      return PythonError.of(reader.body());
    } catch (IOException | IllegalStateException e) {
      return failure;
    }
  }
}
