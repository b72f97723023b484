package bridgebench.scenarios.run;

import java.io.IOException;

/** A result file that cannot be understood; the message names the file, the line and why. */
public final class RunFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  public RunFormatException(String message) {
    super(message);
  }

  public RunFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
