package bridgebench.bridge.task;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.bridge.clock.StageClock;
import bridgebench.bridge.codec.BatchDecoder;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.frame.FrameReader;
import bridgebench.bridge.worker.Worker;
import bridgebench.scenarios.run.Stage;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The reading half of tasks: reads answers, decodes and checks them, until the trailer. It keeps
 * its place, so that it serves a channel that has only a part of a frame.
 */
final class Receiver {

  private final Worker worker;
  private final FrameReader reader;
  private final BatchDecoder decoder;
  private final Batches batches;
  private final StageClock clock;
  private final @Nullable Latencies latencies;

  private @Nullable ByteBuffer body;
  private long answered;
  private long firstAnswerNanos;
  private byte @Nullable [] trailer;

  Receiver(
      Worker worker,
      BatchDecoder decoder,
      Batches batches,
      StageClock clock,
      @Nullable Latencies latencies) {
    this.worker = worker;
    this.reader = worker.reader();
    this.decoder = decoder;
    this.batches = batches;
    this.clock = clock;
    this.latencies = latencies;
  }

  StageClock clock() {
    return clock;
  }

  /** Awaits the answers of another task. */
  void begin() {
    answered = 0;
    trailer = null;
    body = null;
  }

  /** The body of the task's TRAILER, or null while it has not come. */
  byte @Nullable [] trailer() {
    return trailer;
  }

  /** When the task's first batch had come back and was checked; its trailer, if it had none. */
  long firstAnswerNanos() {
    return firstAnswerNanos;
  }

  /** Reads until the trailer; false when a non-blocking channel has no more for now. */
  boolean untilTrailer() throws IOException {
    while (trailer == null) {
      if (!frame()) {
        return false;
      }
    }
    return true;
  }

  /** Reads until this many batches have been answered; for blocking channels. */
  void untilAnswered(long count) throws IOException {
    while (answered < count) {
      if (trailer != null) {
        throw new BridgeException(
            Kind.PROTOCOL,
            "the worker ended the task after " + answered + " answers; expected " + count,
            "",
            null);
      }
      frame();
    }
  }

  private boolean frame() throws IOException {
    ByteBuffer target = body;
    if (target == null) {
      if (!reader.tryNext()) {
        clock.finished(Stage.JVM_READ);
        return false;
      }
      target = room(reader.kind());
      body = target;
    }
    if (!reader.tryBody(target)) {
      clock.finished(Stage.JVM_READ);
      return false;
    }
    clock.finished(Stage.JVM_READ);
    body = null;
    take(reader.kind(), target);
    return true;
  }

  private ByteBuffer room(FrameKind kind) throws IOException {
    return switch (kind) {
      case DATA, SCHEMA -> decoder.bodyBuffer(kind, reader.bodyBytes());
      case TRAILER -> ByteBuffer.allocate(reader.bodyBytes());
      default -> throw worker.notExpected("DATA, SCHEMA or TRAILER");
    };
  }

  private void take(FrameKind kind, ByteBuffer bytes) {
    switch (kind) {
      case DATA -> answer();
      case SCHEMA -> decoder.schema(reader.bodyBytes());
      default -> end(bytes.array());
    }
  }

  private void answer() {
    long batch = answered;
    requireSent(batch);
    int rows = decoder.decode(reader.bodyBytes());
    clock.finished(Stage.JVM_DECODE);
    requireRows(batch, rows);
    // Decodes too: Arrow's columns are read when the check asks for them.
    decoder.check(batches.firstRow(batch), clock);
    clock.finished(Stage.JVM_CHECK);
    answered = batch + 1;
    if (latencies != null && latencies.records(batch)) {
      latencies.answered(batch, clock.on() ? clock.mark() : System.nanoTime());
    }
    if (batch == 0) {
      firstAnswerNanos = clock.on() ? clock.mark() : System.nanoTime();
    }
  }

  private void requireSent(long batch) {
    if (batch >= batches.count()) {
      throw new BridgeException(
          Kind.WRONG_RESULT,
          "the worker answered more than the " + batches.count() + " batches that were sent",
          "",
          null);
    }
  }

  private void requireRows(long batch, int rows) {
    if (rows != batches.rowsOf(batch)) {
      throw new BridgeException(
          Kind.WRONG_RESULT,
          "batch " + batch + ": expected " + batches.rowsOf(batch) + " rows back, got " + rows,
          "",
          null);
    }
  }

  private void end(byte[] body) {
    if (answered != batches.count()) {
      throw new BridgeException(
          Kind.WRONG_RESULT,
          "the worker ended the task after "
              + answered
              + " answers; expected one for each of "
              + batches.count()
              + " batches",
          "",
          null);
    }
    if (answered == 0) {
      firstAnswerNanos = System.nanoTime();
    }
    trailer = body;
  }
}
