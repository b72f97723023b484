package bridgebench.cli.selection;

import bridgebench.scenarios.model.Quantity;
import bridgebench.scenarios.suite.Timing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Timing given on the command line, in JMH's spellings; what is not given stays the suite's. */
public final class TimingOptions {
  @Option(
      names = {"-f", "--forks"},
      paramLabel = "N",
      converter = Forks.class,
      description = "Forks (JVM + worker pairs) of each scenario; the unit of replication.")
  private @Nullable Integer forks;

  @Option(
      names = {"-wi", "--warmup-iterations"},
      paramLabel = "N",
      converter = WarmupIterations.class,
      description = "Warm-up iterations of each fork.")
  private @Nullable Integer warmupIterations;

  @Option(
      names = {"-i", "--iterations"},
      paramLabel = "N",
      converter = Iterations.class,
      description = "Measured iterations of each fork.")
  private @Nullable Integer measurementIterations;

  @Option(
      names = {"-w", "--warmup-time"},
      paramLabel = "TIME",
      converter = IterationTime.class,
      description =
          "Least time of a warm-up iteration, such as 500ms or 2s; 2 means 2s, as in JMH.")
  private @Nullable Long warmupNanos;

  @Option(
      names = {"-r", "--time"},
      paramLabel = "TIME",
      converter = IterationTime.class,
      description = "Least time of a measured iteration.")
  private @Nullable Long measurementNanos;

  /** The suite's timing with what was given put in. */
  public Timing applyTo(Timing timing) {
    return new Timing(
        forks == null ? timing.forks() : forks,
        warmupIterations == null ? timing.warmupIterations() : warmupIterations,
        warmupNanos == null ? timing.warmupNanos() : warmupNanos,
        measurementIterations == null ? timing.measurementIterations() : measurementIterations,
        measurementNanos == null ? timing.measurementNanos() : measurementNanos,
        timing.thresholdPercent());
  }

  /** A duration of at least a nanosecond. */
  public static final class Nanos implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      try {
        long nanos = Quantity.parseNanos(text);
        if (nanos < 1) {
          throw new TypeConversionException("'" + text + "' is no positive duration");
        }
        return nanos;
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** The time of an iteration, within a suite's limits; JMH's bare number is one of seconds. */
  static final class IterationTime implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      long nanos = new Nanos().convert(text.matches("\\d+") ? text + "s" : text);
      if (nanos < Timing.MIN_ITERATION_NANOS || nanos > Timing.MAX_ITERATION_NANOS) {
        throw new TypeConversionException("'" + text + "' is no duration from 1ms to 60min");
      }
      return nanos;
    }
  }

  /** The number of forks, within a suite's limits. */
  static final class Forks implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return wholeNumber(text, 1, Timing.MAX_FORKS);
    }
  }

  /** The number of warm-up iterations, which may be none. */
  static final class WarmupIterations implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return wholeNumber(text, 0, Timing.MAX_ITERATIONS);
    }
  }

  /** The number of measured iterations. */
  static final class Iterations implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return wholeNumber(text, 1, Timing.MAX_ITERATIONS);
    }
  }

  /**
   * A whole number within limits.
   *
   * @throws TypeConversionException naming the text and the limits
   */
  public static int wholeNumber(String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number out of range.
    }
    throw new TypeConversionException(
        "'" + text + "' is not a whole number from " + least + " to " + most);
  }
}
