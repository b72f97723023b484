package bridgebench.bridge.task;

import bridgebench.bridge.clock.StageClock;
import bridgebench.bridge.codec.BatchEncoder;
import bridgebench.bridge.codec.EncodedBatch;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.frame.FrameWriter;
import bridgebench.scenarios.run.Stage;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The writing half of tasks: announces one, encodes and writes its batches, ends it. A method that
 * returns a boolean says whether the channel took everything, which a blocking one always does.
 */
final class Sender {

  /** The task's number, its rows, and whether it has stages. */
  private static final int TASK_BYTES = 2 * Long.BYTES + 1;

  private final FrameWriter writer;
  private final BatchEncoder encoder;
  private final Batches batches;
  private final boolean flushEachBatch;
  private final StageClock clock;
  private final @Nullable Latencies latencies;
  private final Pace pace;
  private final ByteBuffer task = ByteBuffer.allocateDirect(TASK_BYTES);
  private final ByteBuffer[] taskParts = {task};

  private long next;

  Sender(
      FrameWriter writer,
      BatchEncoder encoder,
      Batches batches,
      boolean flushEachBatch,
      StageClock clock,
      @Nullable Latencies latencies,
      Pace pace) {
    this.writer = writer;
    this.encoder = encoder;
    this.batches = batches;
    this.flushEachBatch = flushEachBatch;
    this.clock = clock;
    this.latencies = latencies;
    this.pace = pace;
  }

  StageClock clock() {
    return clock;
  }

  FrameWriter writer() {
    return writer;
  }

  /** Announces a task, with its schema where the mode has one. */
  boolean begin(long taskNumber) throws IOException {
    next = 0;
    task.clear().putLong(taskNumber).putLong(batches.rows()).put((byte) (clock.on() ? 1 : 0));
    task.flip();
    writer.write(FrameKind.TASK, TASK_BYTES, taskParts);
    EncodedBatch schema = encoder.schema();
    boolean all =
        schema == null || writer.write(FrameKind.SCHEMA, schema.frameBytes(), schema.parts());
    if (!pace.isSteady()) {
      return all;
    }
    boolean flushed = writer.flush();
    clock.finished(Stage.JVM_WRITE);
    pace.begin();
    return flushed;
  }

  boolean hasMore() {
    return next < batches.count();
  }

  /** How many batches of the task have been written. */
  long sent() {
    return next;
  }

  /** Encodes and writes the next batch, once it is due. */
  boolean batch() throws IOException {
    if (pace.isSteady()) {
      pace.awaitDue(next);
      clock.finished(Stage.JVM_PACE);
    }
    EncodedBatch encoded = encoder.encode(batches.firstRow(next), batches.rowsOf(next));
    clock.finished(Stage.JVM_ENCODE);
    if (latencies != null && latencies.records(next)) {
      latencies.sending(next, clock.on() ? clock.mark() : System.nanoTime());
    }
    next++;
    boolean all = writer.write(FrameKind.DATA, encoded.frameBytes(), encoded.parts());
    if (all && flushEachBatch) {
      all = writer.flush();
    }
    clock.finished(Stage.JVM_WRITE);
    return all;
  }

  /** Says that the task's data is complete. */
  boolean end() throws IOException {
    boolean all = writer.write(FrameKind.END) && writer.flush();
    clock.finished(Stage.JVM_WRITE);
    return all;
  }

  /** Goes on with what a non-blocking channel did not take. */
  boolean drain() throws IOException {
    boolean all = writer.drain();
    clock.finished(Stage.JVM_WRITE);
    return all;
  }
}
