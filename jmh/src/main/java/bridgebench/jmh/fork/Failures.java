package bridgebench.jmh.fork;

import bridgebench.bridge.BridgeException;
import bridgebench.scenarios.run.FailureRecord;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Describes what went wrong in a fork as the user reads it. */
public final class Failures {
  private Failures() {}

  /** The failure that {@code thrown} stands for; a bridge failure keeps its kind and detail. */
  public static FailureRecord of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof BridgeException failure) {
        return new FailureRecord(failure.kind().word(), text(failure), failure.detail());
      }
    }
    return new FailureRecord(thrown.getClass().getSimpleName(), text(thrown), stack(thrown));
  }

  private static String text(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null ? thrown.toString() : message;
  }

  private static String stack(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
