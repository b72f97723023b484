package bridgebench.bridge.codec;

import bridgebench.bridge.rows.RowRun;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows, as some operator hands them on, into bodies of frames. A batch is begun, takes runs
 * until it is full, and is finished. For one thread.
 */
public interface RunEncoder extends AutoCloseable {

  /** The body of the SCHEMA frame, or null where the representation has none. */
  @Nullable EncodedBatch schema();

  /** Begins a batch of at most this many rows. */
  void start(int rowsAtMost);

  /** Adds a run, whose values are read at once. */
  void append(RowRun run);

  /** Rows in the batch so far. */
  int rows();

  /** Ends the batch: the body of a DATA frame, valid until the next begins. */
  EncodedBatch finish();

  /** The most bytes that were held off the Java heap at any time. */
  long peakDirectBytes();

  @Override
  void close();
}
