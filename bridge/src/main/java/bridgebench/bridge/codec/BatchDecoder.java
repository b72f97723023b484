package bridgebench.bridge.codec;

import bridgebench.bridge.clock.StageClock;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.function.WrongResultException;
import bridgebench.bridge.rows.ColumnBatch;
import java.nio.ByteBuffer;

/** Turns bodies of frames back into typed values and judges them. For one thread. */
public interface BatchDecoder extends AutoCloseable {

  /**
   * Where the frame reader is to put a body. The length must have been checked against the limit.
   *
   * @param kind {@link FrameKind#SCHEMA} or {@link FrameKind#DATA}
   * @return a buffer with exactly {@code bodyBytes} remaining, valid until the next call
   */
  ByteBuffer bodyBuffer(FrameKind kind, int bodyBytes);

  /**
   * Takes the schema in the buffer that {@link #bodyBuffer} returned last.
   *
   * @throws MalformedBodyException when it is none, or not that of the expected results
   */
  void schema(int bodyBytes);

  /**
   * Decodes the batch in the buffer that {@link #bodyBuffer} returned last.
   *
   * @return the rows in it
   * @throws MalformedBodyException when the bytes are not a batch of the expected results
   */
  int decode(int bodyBytes);

  /** The values of the batch decoded last, valid until the next. */
  ColumnBatch batch();

  /**
   * Judges every value of the batch decoded last: against the Java twin's, or by folding it into
   * the checksum.
   *
   * @param firstRow the first row's number in the task, from 0
   * @param clock of the calling thread; told of the decoding that happens only now, when the check
   *     asks for a column, so that a stage is named for what was done in it
   * @throws WrongResultException naming row, column, the expected and the actual value
   */
  void check(long firstRow, StageClock clock);

  /**
   * Over the results since row 0 was last checked; depends on the order of rows, on nulls and on
   * every value, not on how rows were cut into batches. 0 where a twin judges.
   */
  long checksum();

  /** The most bytes that were held off the Java heap at any time, by Arrow. */
  long peakDirectBytes();

  @Override
  void close();
}
