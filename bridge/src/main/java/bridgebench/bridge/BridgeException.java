package bridgebench.bridge;

import org.jspecify.annotations.Nullable;

/**
 * The bridge failed: what was expected, what came, and what to try next.
 *
 * <p>The message is one readable paragraph; {@link #detail()} holds the rest: the Python traceback,
 * where Python was, the end of the worker's stderr.
 */
public class BridgeException extends RuntimeException {

  /** What kind of failure, for results and for tests. */
  public enum Kind {
    /** The worker could not be started, or not be set up. */
    START("start"),
    /** Nothing moved for as long as the deadline allows. */
    DEADLINE("deadline"),
    /** The worker's process ended while something was expected from it. */
    WORKER_DIED("worker-died"),
    /** No peer came that knew the secret. */
    WRONG_SECRET("wrong-secret"),
    /** Bytes came that the protocol does not allow. */
    PROTOCOL("protocol"),
    /** Python raised an exception. */
    PYTHON_EXCEPTION("python-exception"),
    /** A result differs from the Java twin's. */
    WRONG_RESULT("wrong-result"),
    /** The operation would not fit into the memory that it may use, and was not begun. */
    OVER_BUDGET("over-budget"),
    /** The JVM's side failed: an encoder, a decoder, the file system. */
    JVM("jvm"),
    /** The calling thread was interrupted, or the program is ending. */
    INTERRUPTED("interrupted");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The spelling in result files. */
    public String word() {
      return word;
    }
  }

  private final Kind kind;
  private final String detail;

  public BridgeException(Kind kind, String message, String detail, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.detail = detail;
  }

  public Kind kind() {
    return kind;
  }

  /** Traceback, Python stack, stderr tail; empty where there is nothing to add. */
  public String detail() {
    return detail;
  }
}
