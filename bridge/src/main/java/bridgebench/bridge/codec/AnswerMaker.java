package bridgebench.bridge.codec;

/** Makes a worker's answers on the JVM, of rows that the function left unchanged. */
public interface AnswerMaker extends AutoCloseable {

  /** The body of the DATA frame with which a worker would answer these rows of a task. */
  byte[] answer(long firstRow, int rows);

  @Override
  void close();
}
