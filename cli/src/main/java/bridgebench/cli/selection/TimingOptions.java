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
      converter = AtLeastOne.class,
      description = "Forks (JVM + worker pairs) of each scenario; the unit of replication.")
  private @Nullable Integer forks;

  @Option(
      names = {"-wi", "--warmup-iterations"},
      paramLabel = "N",
      converter = AtLeastZero.class,
      description = "Warm-up iterations of each fork.")
  private @Nullable Integer warmupIterations;

  @Option(
      names = {"-i", "--iterations"},
      paramLabel = "N",
      converter = AtLeastOne.class,
      description = "Measured iterations of each fork.")
  private @Nullable Integer measurementIterations;

  @Option(
      names = {"-w", "--warmup-time"},
      paramLabel = "TIME",
      converter = NanosOrSeconds.class,
      description =
          "Least time of a warm-up iteration, such as 500ms or 2s; 2 means 2s, as in JMH.")
  private @Nullable Long warmupNanos;

  @Option(
      names = {"-r", "--time"},
      paramLabel = "TIME",
      converter = NanosOrSeconds.class,
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

  /** A duration of at least a nanosecond; JMH's bare number is one of seconds. */
  static final class NanosOrSeconds implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return new Nanos().convert(text.matches("\\d+") ? text + "s" : text);
    }
  }

  /** A count that may be zero. */
  static final class AtLeastZero implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return wholeNumber(text, 0);
    }
  }

  /** A count that must be positive. */
  static final class AtLeastOne implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return wholeNumber(text, 1);
    }
  }

  private static Integer wholeNumber(String text, int least) {
    String expected = "'" + text + "' is not a whole number of at least " + least;
    try {
      int number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new TypeConversionException(expected);
    }
    throw new TypeConversionException(expected);
  }
}
