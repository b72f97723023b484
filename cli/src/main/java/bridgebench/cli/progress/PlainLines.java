package bridgebench.cli.progress;

import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.ForkRecord;
import java.io.PrintWriter;
import java.time.Duration;

/** One line a fork, for logs and pipes. */
final class PlainLines implements Progress {
  private final PrintWriter err;

  PlainLines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void forkStarted(Scenario scenario, int index, int total, Duration remaining) {
    err.println(
        "["
            + (index + 1)
            + "/"
            + total
            + "] "
            + scenario.id()
            + ", about "
            + TimeLeft.text(remaining)
            + " left");
  }

  @Override
  public void forkFinished(ForkRecord fork, int index, int total) {
    // The line of the fork that follows says enough.
  }

  @Override
  public void message(String text) {
    err.println(text);
  }

  @Override
  public void close() {}
}
