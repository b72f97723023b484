package bridgebench.cli;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.cli.selection.TimingOptions;
import bridgebench.jmh.runner.ForkSettings;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long to wait for something that does not move. */
final class DeadlineOption {
  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      converter = TimingOptions.Nanos.class,
      defaultValue = "1min",
      description =
          "How long nothing may move before a task fails (default: ${DEFAULT-VALUE}). A fork as a"
              + " whole may take 60 times as long, and three times what its iterations take.")
  private long nanos;

  /** What every fork is given. */
  ForkSettings settings(PythonLaunch launch) {
    return ForkSettings.of(launch, Duration.ofNanos(nanos));
  }
}
