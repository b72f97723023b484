package bridgebench.bridge.task;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.clock.ClockOffset;
import bridgebench.bridge.frame.FrameException;
import bridgebench.bridge.frame.FrameException.Fault;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.frame.FrameReader;
import bridgebench.bridge.frame.FrameWriter;
import bridgebench.bridge.worker.Worker;
import bridgebench.bridge.worker.WorkerStarter;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Exchange;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.LatencyKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * A scenario of the path {@code transport}: messages of bytes, without rows and codecs. The worker
 * echoes them, or reads them silently for {@link Exchange#ONE_WAY}. The first eight bytes of each
 * message number it, and are compared when it comes back. For one thread.
 */
public final class TransportSession implements AutoCloseable {

  private static final long HIGHEST_NANOS = 3_600_000_000_000L;
  private static final int SIGNIFICANT_DIGITS = 3;

  private final WorkerStarter starter;
  private final Worker worker;
  private final ClockOffset clock;
  private final FrameWriter writer;
  private final FrameReader reader;
  private final int messageBytes;
  private final ByteBuffer outgoing;
  private final ByteBuffer[] outgoingParts;
  private final ByteBuffer incoming;
  private final WriterThread writerThread = new WriterThread("bridgebench-writer");
  private final @Nullable Histogram roundTrips;

  private long sent;
  private long received;

  private TransportSession(
      Scenario scenario,
      WorkerStarter starter,
      Worker worker,
      ClockOffset clock,
      boolean recordLatency) {
    this.starter = starter;
    this.worker = worker;
    this.clock = clock;
    this.writer = worker.writer();
    this.reader = worker.reader();
    this.messageBytes = Math.toIntExact(scenario.requireLong(Axis.MESSAGE_BYTES));
    this.outgoing = ByteBuffer.allocateDirect(messageBytes);
    this.outgoingParts = new ByteBuffer[] {outgoing};
    this.incoming = ByteBuffer.allocateDirect(messageBytes);
    this.roundTrips = recordLatency ? new Histogram(HIGHEST_NANOS, SIGNIFICANT_DIGITS) : null;
  }

  /**
   * Starts a worker that echoes, or that reads silently.
   *
   * @throws BridgeException saying what was expected, what came and what to try
   */
  public static TransportSession open(Scenario scenario, BridgeSettings settings) {
    Exchange exchange = scenario.require(Axis.EXCHANGE, Exchange.class);
    WorkerStarter starter = Starters.of(scenario, settings);
    try {
      Worker worker = starter.start().worker();
      ClockOffset clock = worker.measureClock();
      worker.setUp(SetupBody.ofBytesOnly(exchange == Exchange.ONE_WAY ? "sink" : "echo"));
      return new TransportSession(scenario, starter, worker, clock, settings.recordLatency());
    } catch (RuntimeException | Error e) {
      starter.close();
      throw e;
    }
  }

  /** Sends one message and waits until it has come back. */
  public void roundTrip() {
    worker.expectMoves();
    try {
      if (roundTrips == null) {
        exchangeOne();
      } else {
        long begin = System.nanoTime();
        exchangeOne();
        roundTrips.recordValue(Math.min(System.nanoTime() - begin, HIGHEST_NANOS));
      }
    } catch (IOException | RuntimeException e) {
      throw worker.explain(e, "while a message went to the worker and back");
    } finally {
      worker.expectNothing();
    }
  }

  /** Sends messages without waiting, on a thread of its own, while reading their echoes. */
  public void stream(int messages) {
    worker.expectMoves();
    writerThread.begin(
        () -> {
          for (int i = 0; i < messages; i++) {
            sendOne();
          }
          writer.flush();
        });
    Throwable failure = receive(messages);
    Throwable writeFailure = writerThread.awaitEnd();
    worker.expectNothing();
    if (failure == null) {
      failure = writeFailure;
    }
    if (failure != null) {
      throw worker.explain(failure, "while messages were streamed");
    }
  }

  /** Sends messages that the worker only reads, and waits until it has read the last. */
  public void oneWay(int messages) {
    worker.expectMoves();
    try {
      for (int i = 0; i < messages; i++) {
        sendOne();
      }
      writer.write(FrameKind.END);
      writer.flush();
      worker.expect(FrameKind.TRAILER);
      Trailer.read(reader.body(), 0, messages);
    } catch (IOException | RuntimeException e) {
      throw worker.explain(e, "while messages were sent one way");
    } finally {
      worker.expectNothing();
    }
  }

  /** Bytes sent since the session was opened, frame headers included. */
  public long sentBytes() {
    return writer.writtenBytes();
  }

  /** Bytes received since the session was opened, frame headers included. */
  public long receivedBytes() {
    return reader.readBytes();
  }

  /** Options in force on both ends, as read back. */
  public Map<String, String> effective() {
    Map<String, String> effective = new LinkedHashMap<>();
    worker.addEffective(effective);
    return effective;
  }

  /** Versions as the worker reports them. */
  public Map<String, String> workerVersions() {
    return worker.ready().versions();
  }

  /** How Python's clock compares with ours. */
  public Optional<ClockOffset> clock() {
    return Optional.of(clock);
  }

  /** Nanoseconds of each round trip since the last reset, as {@code round-trip}. */
  public Map<String, Histogram> latency() {
    return roundTrips == null ? Map.of() : Map.of(LatencyKind.ROUND_TRIP.word(), roundTrips);
  }

  /** Forgets latencies, at the end of warm-up. */
  public void resetLatency() {
    if (roundTrips != null) {
      roundTrips.reset();
    }
  }

  @Override
  public void close() {
    worker.close();
    starter.close();
    writerThread.close();
  }

  private void exchangeOne() throws IOException {
    sendOne();
    writer.flush();
    receiveOne();
  }

  private void sendOne() throws IOException {
    if (messageBytes >= Long.BYTES) {
      outgoing.putLong(0, sent);
    }
    sent++;
    writer.write(FrameKind.DATA, messageBytes, outgoingParts);
  }

  private void receiveOne() throws IOException {
    worker.expect(FrameKind.DATA);
    if (reader.bodyBytes() != messageBytes) {
      throw new FrameException(
          Fault.BODY, "expected " + messageBytes + " bytes back, got " + reader.bodyBytes());
    }
    reader.body(incoming.clear());
    if (messageBytes >= Long.BYTES && incoming.getLong(0) != received) {
      throw new FrameException(
          Fault.BODY, "expected message " + received + " back, got " + incoming.getLong(0));
    }
    received++;
  }

  private @Nullable Throwable receive(int messages) {
    try {
      for (int i = 0; i < messages; i++) {
        receiveOne();
      }
      return null;
    } catch (IOException | RuntimeException e) {
      closeChannel();
      return e;
    }
  }

  private void closeChannel() {
    try {
      worker.transport().close();
    } catch (IOException e) {
      // It had ended already.
    }
  }
}
