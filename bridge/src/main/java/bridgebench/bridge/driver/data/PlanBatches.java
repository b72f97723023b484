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
  private final int batchRows;
  private RunEncoder encoder;
  private RunEncoder other;
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
    this.batchRows = batchRows;
    this.encoder = codec.runEncoder(plan.columns());
    this.other = codec.runEncoder(plan.columns());
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
    mark = System.nanoTime();
    takeTurns();
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

  /** The most bytes that were held off the Java heap. */
  long peakDirectBytes() {
    return encoder.peakDirectBytes() + other.peakDirectBytes();
  }

  @Override
  public void close() {
    try (RunEncoder first = encoder;
        RunEncoder second = other) {
      ended = true;
    }
  }

  private void takeTurns() {
    RunEncoder next = other;
    other = encoder;
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
