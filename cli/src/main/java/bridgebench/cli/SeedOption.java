package bridgebench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What makes a run repeatable. */
final class SeedOption {
  private static final int SEEDS = 1_000_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = WholeNumber.class,
      description = "Seed of the rows and of the order of forks; chosen and recorded if absent.")
  private @Nullable Long given;

  /** Any seed there can be. */
  static final class WholeNumber implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            "'" + text + "' is not a whole number from -2^63 to 2^63 - 1");
      }
    }
  }

  /** The given seed, or a new one with each call. */
  long choose() {
    return given == null ? ThreadLocalRandom.current().nextInt(SEEDS) : given;
  }

  /** The command line that measures the same again, with the seed that was chosen. */
  String command(CommandSpec spec, long seed) {
    List<String> arguments =
        new ArrayList<>(spec.root().commandLine().getParseResult().originalArgs());
    if (given == null) {
      arguments.add("--seed");
      arguments.add(Long.toString(seed));
    }
    return CommandText.of(arguments);
  }
}
