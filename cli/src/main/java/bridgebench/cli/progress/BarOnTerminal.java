package bridgebench.cli.progress;

import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.ForkRecord;
import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Forks done, time left and the current scenario in the terminal's last line. No colours. */
final class BarOnTerminal implements Progress {
  private final RewrittenLine line;
  private @Nullable ProgressBar bar;

  BarOnTerminal(PrintWriter err, int columns) {
    this.line = new RewrittenLine(err, columns);
  }

  @Override
  public void forkStarted(Scenario scenario, int index, int total, Duration remaining) {
    ProgressBar shown = bar == null ? started(total) : bar;
    bar = shown;
    shown.stepTo(index);
    shown.setExtraMessage(TimeLeft.text(remaining) + " left  " + scenario.id());
  }

  @Override
  public void forkFinished(ForkRecord fork, int index, int total) {
    if (bar != null) {
      bar.stepTo(index + 1L);
    }
  }

  @Override
  public void message(String text) {
    line.above(text);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private ProgressBar started(int total) {
    return new ProgressBarBuilder()
        .setTaskName("forks")
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(1_000)
        .hideEta()
        .setConsumer(line)
        .build();
  }
}
