package bridgebench.cli.progress;

import bridgebench.jmh.runner.RunListener;
import java.io.PrintWriter;

/** A run's progress on stderr, until closed. */
public interface Progress extends RunListener, AutoCloseable {

  /** A bar when a person watches stderr, else plain lines. */
  static Progress to(PrintWriter err) {
    return Terminal.isWatched(System.getenv())
        ? new BarOnTerminal(err, Terminal.columns())
        : new PlainLines(err);
  }

  @Override
  void close();
}
