package bridgebench.cli;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.cli.selection.TimingOptions;
import bridgebench.jmh.runner.ForkSettings;
import bridgebench.scenarios.model.Quantity;
import bridgebench.scenarios.run.Environment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How long to wait for something that does not move. */
final class DeadlineOption {
  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      converter = UpToADay.class,
      description =
          "How long nothing may move before a task fails (default: 1min, and for resume what the run"
              + " began with). A fork as a whole may take 60 times as long, and three times what its"
              + " iterations take.")
  private @Nullable Long nanos;

  /** Goes on with what a run began with, unless another deadline is given. */
  void goOnFrom(Environment begun) {
    String before = begun.facts().get(Environment.DEADLINE);
    if (nanos == null && before != null) {
      nanos = Quantity.parseNanos(before);
    }
  }

  /** As a fact of the run, for whoever resumes it. */
  String asFact() {
    return Quantity.formatNanos(duration().toNanos());
  }

  /** What every fork is given. */
  ForkSettings settings(PythonLaunch launch) {
    return ForkSettings.of(launch, duration());
  }

  private Duration duration() {
    return nanos == null ? Duration.ofMinutes(1) : Duration.ofNanos(nanos);
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
