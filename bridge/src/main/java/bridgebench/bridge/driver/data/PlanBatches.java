package bridgebench.bridge.driver.data;

import bridgebench.bridge.codec.Codec;
import bridgebench.bridge.codec.EncodedBatch;
import bridgebench.bridge.codec.RunEncoder;
import bridgebench.bridge.driver.plan.Plan;
import bridgebench.bridge.driver.plan.RowStream;
import bridgebench.bridge.rows.RowRun;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a plan, once, as bodies of frames. Two encoders take turns, so that one batch can
 * still be on its way while the next is made. For one thread.
 */
final class PlanBatches implements AutoCloseable {

  private final Plan plan;
  private final Codec codec;
  private final int batchRows;
  private RunEncoder encoder;

  /** Whose batch is the last but one; none before the second batch. */
  private @Nullable RunEncoder resting;

  private @Nullable RowStream stream;
  private boolean ended;
  private long rows;
  private long produceNanos;
  private long encodeNanos;
  private long mark;

  /**
   * Reads no row yet.
   *
   * @param batchRows rows of every batch but the last
   */
  PlanBatches(Plan plan, Codec codec, int batchRows) {
    this.plan = plan;
    this.codec = codec;
    this.batchRows = batchRows;
    this.encoder = codec.runEncoder(plan.columns());
  }

  /** The body of the SCHEMA frame, or null where the representation has none. */
  @Nullable EncodedBatch schema() {
    mark = System.nanoTime();
    EncodedBatch schema = encoder.schema();
    encodeNanos += sinceMark();
    return schema;
  }

  /** The next batch, valid until the next but one is asked for; null after the last. */
  @Nullable EncodedBatch next() {
    if (ended) {
      return null;
    }
    mark = System.nanoTime();
    if (rows > 0) {
      takeTurns();
    }
    int batched = filled();
    if (batched == 0) {
      return null;
    }
    rows += batched;
    EncodedBatch batch = encoder.finish();
    encodeNanos += sinceMark();
    return batch;
  }

  /** Rows in all batches so far. */
  long rows() {
    return rows;
  }

  /** How long the plan took to make them. */
  long produceNanos() {
    return produceNanos;
  }

  /** How long it took to encode them, the schema included. */
  long encodeNanos() {
    return encodeNanos;
  }

  /** The most bytes that one encoder held off the Java heap, and the most that the other did. */
  long peakDirectBytes() {
    return encoder.peakDirectBytes() + (resting == null ? 0 : resting.peakDirectBytes());
  }

  @Override
  public void close() {
    try {
      encoder.close();
    } finally {
      if (resting != null) {
        resting.close();
      }
    }
  }

  private void takeTurns() {
    RunEncoder next = resting == null ? codec.runEncoder(plan.columns()) : resting;
    resting = encoder;
    encoder = next;
  }

  /** Fills the encoder whose turn it is, and returns how many rows there were for it. */
  private int filled() {
    int batched = 0;
    while (batched < batchRows && !ended) {
      RowRun run = stream().next(batchRows - batched);
      produceNanos += sinceMark();
      if (run == null) {
        ended = true;
      } else {
        batched = appended(run, batched == 0);
        encodeNanos += sinceMark();
      }
    }
    return batched;
  }

  private int appended(RowRun run, boolean first) {
    if (first) {
      encoder.start(batchRows);
    }
    encoder.append(run);
    return encoder.rows();
  }

  private RowStream stream() {
    if (stream == null) {
      stream = plan.open();
    }
    return stream;
  }

  /** Ends a stage and begins the next. */
  private long sinceMark() {
    long now = System.nanoTime();
    long took = now - mark;
    mark = now;
    return took;
  }
}
