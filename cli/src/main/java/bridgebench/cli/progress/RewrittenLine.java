package bridgebench.cli.progress;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBarConsumer;

/** The last line of a terminal, written again and again, with messages above it. */
final class RewrittenLine implements ProgressBarConsumer {
  private static final String START_AND_CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final int columns;
  private String current = "";

  RewrittenLine(PrintWriter err, int columns) {
    this.err = err;
    this.columns = columns;
  }

  @Override
  public int getMaxRenderedLength() {
    return columns - 1;
  }

  @Override
  public synchronized void accept(String rendered) {
    current = rendered;
    err.print(START_AND_CLEAR + rendered);
    err.flush();
  }

  /** Puts a message into the scrolled part. */
  synchronized void above(String message) {
    err.println(START_AND_CLEAR + message);
    err.print(current);
    err.flush();
  }

  @Override
  public synchronized void close() {
    err.print(START_AND_CLEAR);
    err.flush();
    current = "";
  }
}
