package bridgebench.cli;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.cli.selection.TimingOptions;
import bridgebench.jmh.runner.ForkSettings;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How long to wait for something that does not move. */
final class DeadlineOption {
  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      converter = UpToADay.class,
      defaultValue = "1min",
      description =
          "How long nothing may move before a task fails (default: ${DEFAULT-VALUE}). A fork as a"
              + " whole may take 60 times as long, and three times what its iterations take.")
  private long nanos;

  /** What every fork is given. */
  ForkSettings settings(PythonLaunch launch) {
    return ForkSettings.of(launch, Duration.ofNanos(nanos));
  }

  /** A duration that is no mistake as a deadline. */
  static final class UpToADay implements ITypeConverter<Long> {
    private static final long LEAST_NANOS = 100_000_000L;
    private static final long MOST_NANOS = Duration.ofDays(1).toNanos();

    @Override
    public Long convert(String text) {
      long nanos = new TimingOptions.Nanos().convert(text);
      if (nanos < LEAST_NANOS || nanos > MOST_NANOS) {
        throw new TypeConversionException("'" + text + "' is no duration from 100ms to 1440min");
      }
      return nanos;
    }
  }
}
