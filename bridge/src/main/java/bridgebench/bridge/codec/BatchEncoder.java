package bridgebench.bridge.codec;

import org.jspecify.annotations.Nullable;

/** Turns rows of the window into bodies of frames. For one thread. */
public interface BatchEncoder extends AutoCloseable {

  /**
   * The body of the SCHEMA frame, the same for every task, or null where the representation has
   * none.
   */
  @Nullable EncodedBatch schema();

  /**
   * Encodes rows of a task.
   *
   * @param firstRow the first row's number in the task, from 0
   * @param rows how many, at least 1 and at most the rows of the window
   * @return the body of a DATA frame, valid until the next call
   */
  EncodedBatch encode(long firstRow, int rows);

  @Override
  void close();
}
