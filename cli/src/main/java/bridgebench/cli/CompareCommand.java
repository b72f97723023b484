package bridgebench.cli;

import bridgebench.reports.compare.ComparisonInput;
import bridgebench.reports.compare.DifferentMachinesException;
import bridgebench.reports.compare.FailOn;
import bridgebench.reports.compare.JsonComparison;
import bridgebench.reports.compare.MarkdownComparison;
import bridgebench.reports.compare.RunComparison;
import bridgebench.reports.page.ComparePage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Puts runs side by side. */
@Command(
    name = "compare",
    header = "Compare runs, or JMH result files of any project.",
    description =
        "The first is the baseline. Prints Markdown: differences of environment first, then the"
            + " ratio of each scenario with its interval and a verdict. Exit status 4 when the"
            + " condition of --fail-on is met.",
    footer = {
      "  bridgebench compare runs/20260131-120000-quick runs/20260131-130000-quick",
      "  bridgebench compare old.json new.json --fail-on 'slower>5%%'",
      "  bridgebench compare RUN1 RUN2 --html difference.html",
      "  bridgebench compare RUN1 RUN2 --json | jq '.candidates[].sentence'"
    })
final class CompareCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "2..*",
      paramLabel = "RUN|FILE",
      description = "Run folders or JMH results in JSON; the baseline first.")
  private List<Path> paths = List.of();

  @Option(
      names = "--threshold",
      paramLabel = "PERCENT",
      defaultValue = "" + RunComparison.DEFAULT_THRESHOLD_PERCENT,
      converter = PercentConverter.class,
      description = "The smallest difference that matters in practice (default: ${DEFAULT-VALUE}).")
  private double thresholdPercent;

  @Option(
      names = "--across-machines",
      description = "Compare even runs of different machines; the output says so.")
  private boolean acrossMachines;

  @Option(
      names = "--fail-on",
      paramLabel = "CONDITION",
      converter = ConditionConverter.class,
      description =
          "End with status 4 when a scenario is, for example, slower>5%%, or failed: the candidate"
              + " has no result of it.")
  private @Nullable FailOn failOn;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the comparison as one HTML page too.")
  private @Nullable Path html;

  @Option(names = "--json", description = "Print JSON instead of Markdown.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    RunComparison comparison = compared();
    if (html != null) {
      write(comparison, html);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? JsonComparison.of(comparison) : MarkdownComparison.of(comparison).strip());
    return failOn == null ? ExitCode.OK : judged(comparison, failOn);
  }

  /** Says what meets the condition and, of any condition, what can no longer meet it. */
  private int judged(RunComparison comparison, FailOn condition) {
    PrintWriter err = spec.commandLine().getErr();
    List<String> met = condition.met(comparison);
    met.forEach(sentence -> err.println("condition met: " + sentence));
    condition.unjudged(comparison).forEach(sentence -> err.println("not judged: " + sentence));
    return met.isEmpty() ? ExitCode.OK : ExitCode.CONDITION_MET;
  }

  private void write(RunComparison comparison, Path page) {
    try {
      ComparePage.write(comparison, page);
    } catch (IOException e) {
      throw new UsageProblem(
          "--html " + page + ": the file cannot be written; is its folder there? (" + e + ")", e);
    }
    spec.commandLine().getErr().println("page: " + page.toAbsolutePath().normalize());
  }

  private RunComparison compared() {
    List<ComparisonInput> inputs = new ArrayList<>();
    try {
      for (Path path : paths) {
        inputs.add(ComparisonInput.read(path));
      }
      return RunComparison.of(inputs, thresholdPercent, acrossMachines);
    } catch (IOException e) {
      throw new UsageProblem(String.valueOf(e.getMessage()), e);
    } catch (DifferentMachinesException e) {
      throw new UsageProblem(e.getMessage() + ": --across-machines", e);
    }
  }

  /** Reads a percentage, with its sign or without. */
  static final class PercentConverter implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      if (text.matches("[0-9]{1,3}(\\.[0-9]{1,6})? ?%?")) {
        double percent = Double.parseDouble(text.replace("%", "").strip());
        if (percent <= 100) {
          return percent;
        }
      }
      throw new TypeConversionException("'" + text + "' is no percentage from 0 to 100, such as 2");
    }
  }

  /** Reads the condition of {@code --fail-on}. */
  static final class ConditionConverter implements ITypeConverter<FailOn> {
    @Override
    public FailOn convert(String text) {
      try {
        return FailOn.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
