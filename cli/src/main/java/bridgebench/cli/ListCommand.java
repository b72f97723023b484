package bridgebench.cli;

import bridgebench.cli.progress.TimeLeft;
import bridgebench.cli.selection.SuiteSource;
import bridgebench.cli.selection.TimeNeeded;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisValues;
import bridgebench.scenarios.suite.PlannedScenario;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.Suite;
import bridgebench.scenarios.suite.SuiteException;
import bridgebench.scenarios.suite.SuiteReader;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what can be measured. */
@Command(
    name = "list",
    header = "List suites, axes and values; or the scenarios of a suite.",
    description =
        "Also checks a suite file of yours, and tells about how long a suite takes: longer where a"
            + " task outlasts its iteration, or a driver is started.",
    footer = {
      "  bridgebench list                  suites, and the axes with their values",
      "  bridgebench list quick            the scenarios of a suite",
      "  bridgebench list my-suite.yaml    check a suite of yours",
      "  bridgebench list quick --yaml     print a shipped suite's file, to start from"
    })
final class ListCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "SUITE|FILE",
      description = "A shipped suite or a suite file.")
  private @Nullable String suite;

  @Option(names = "--yaml", description = "Print the file of a shipped suite.")
  private boolean yaml;

  @Option(names = "--json", description = "Print a JSON object instead of lines.")
  private boolean json;

  @Override
  public Integer call() throws SuiteException {
    PrintWriter out = spec.commandLine().getOut();
    if (yaml && (json || suite == null || new SuiteSource(suite).isFile())) {
      throw new UsageProblem(
          "--yaml prints the file of a shipped suite: expected one of "
              + String.join(", ", SuiteReader.shippedNames())
              + " beside it, and no --json");
    }
    if (json) {
      out.println(JsonText.of(suite == null ? Listing.All.shipped() : content(suite)));
    } else if (suite == null) {
      printSuites(out);
      printAxes(out);
    } else if (yaml) {
      out.print(SuiteReader.shippedText(suite));
    } else {
      printScenarios(new SuiteSource(suite).read(), out);
    }
    out.flush();
    return ExitCode.OK;
  }

  private static Listing.Content content(String word) throws SuiteException {
    return Listing.Content.of(new SuiteSource(word).read());
  }

  private static void printSuites(PrintWriter out) throws SuiteException {
    out.println("Suites:");
    for (String name : SuiteReader.shippedNames()) {
      Suite suite = SuiteReader.readShipped(name);
      out.printf(
          "  %-16s %s (about %s)%n", name, suite.title(), TimeLeft.text(TimeNeeded.of(suite)));
    }
  }

  private static void printAxes(PrintWriter out) {
    out.println();
    out.println("Axes:");
    for (Axis axis : Axis.values()) {
      out.printf("  %-18s %s%n", axis.suiteName(), AxisValues.expected(axis));
    }
  }

  private static void printScenarios(Suite suite, PrintWriter out) {
    out.println(suite.name() + ": " + suite.title());
    if (suite.note() != null) {
      out.println("Note: " + suite.note());
    }
    for (Question question : suite.questions()) {
      out.println();
      out.println(question.id() + ": " + question.ask());
      question.scenarios().forEach(scenario -> out.println("  " + scenario.id()));
      question
          .skipped()
          .forEach(skipped -> out.println("  (not possible: " + skipped.reason() + ")"));
    }
    List<PlannedScenario> planned = suite.scenarios();
    int forks = planned.stream().mapToInt(p -> p.timing().forks()).sum();
    out.println();
    out.println(
        planned.size()
            + " scenarios, "
            + forks
            + " forks, about "
            + TimeLeft.text(TimeNeeded.of(suite)));
  }
}
