package bridgebench.cli;

import bridgebench.cli.selection.IdenticalSuite;
import bridgebench.cli.selection.SuiteChanges;
import bridgebench.cli.selection.TimingOptions;
import bridgebench.scenarios.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Measures what this machine's noise does to verdicts. */
@Command(
    name = "selftest",
    header = "Measure how often this machine calls identical arms different.",
    description =
        "aa measures copies of one scenario in interleaved forks, as a suite's arms are, and reports"
            + " how often two of them are told apart: as measured, and in 2,000 comparisons drawn"
            + " anew from the same forks. An interval of 95 %% may do so in 1 of 20. Takes about 3"
            + " minutes. The run is kept like any other. Exit status: 0 done, 2 usage, 3 a fork"
            + " failed, 5 with --strict: the machine was too noisy, 130 interrupted.",
    footer = {
      "  bridgebench selftest aa",
      "  bridgebench selftest aa --arms 40                    narrower, 9 minutes",
      "  bridgebench selftest aa -p mode=pickle -p transport=tcp -f 10",
      "  bridgebench selftest aa --json | jq .redrawn.rate"
    })
final class SelftestCommand implements Callable<Integer> {
  /** What can be tested. */
  enum Kind {
    AA
  }

  @Mixin private CommonOptions common;
  @Mixin private NewRun newRun;
  @Mixin private SuiteChanges changes;
  @Mixin private StrictOption strict;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "aa", description = "Identical arms against each other.")
  private Kind kind;

  @Option(
      names = "--arms",
      paramLabel = "N",
      defaultValue = "14",
      converter = Arms.class,
      description = "How many identical arms; two make a comparison (default: ${DEFAULT-VALUE}).")
  private int arms;

  @Option(names = "--json", description = "Print a JSON object instead of sentences.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Suite suite = suite();
    Measurement measurement =
        new Measurement(
            spec.commandLine(), new SelftestOutput(suite, json, spec.commandLine()), strict);
    return newRun.measure(suite, Path.of(""), spec, measurement);
  }

  private Suite suite() {
    try {
      return IdenticalSuite.of(arms, changes);
    } catch (IllegalArgumentException e) {
      throw new UsageProblem(String.valueOf(e.getMessage()), e);
    }
  }

  /** So many arms as make a comparison and can be measured. */
  static final class Arms implements ITypeConverter<Integer> {
    private static final int MOST = 1_000;

    @Override
    public Integer convert(String text) {
      try {
        return TimingOptions.wholeNumber(text, 2, MOST);
      } catch (TypeConversionException e) {
        throw new TypeConversionException(e.getMessage() + ": at least 2 arms make a comparison");
      }
    }
  }
}
