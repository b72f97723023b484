package bridgebench.bridge.python;

/** The Python side cannot be made ready. The message says what was found and what mends it. */
public final class PythonSetupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PythonSetupException(String message) {
    super(message);
  }

  public PythonSetupException(String message, Throwable cause) {
    super(message, cause);
  }
}
