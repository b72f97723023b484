package bridgebench.cli;

import bridgebench.cli.results.RunSummary;
import bridgebench.cli.selection.IdenticalSuite;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.scenarios.run.RunFolder;
import bridgebench.scenarios.suite.Suite;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What a command prints about a run: the report's path, or a JSON object, on stdout. */
final class ResultOutput {
  @Option(
      names = "--json",
      description = "Print a JSON object instead: run folder, files, outcome, failures, findings.")
  private boolean json;

  Measurement.Results to(CommandLine command) {
    return (folder, analysis) -> print(folder, analysis, command);
  }

  /** What the command that began the run of a suite would have printed. */
  Measurement.Results to(CommandLine command, Suite suite) {
    return IdenticalSuite.isOne(suite) ? new SelftestOutput(suite, json, command) : to(command);
  }

  void print(RunFolder folder, RunAnalysis analysis, CommandLine command) {
    RunSummary summary = RunSummary.of(folder, analysis);
    PrintWriter err = command.getErr();
    summary.failures().forEach((id, message) -> err.println("failed: " + id + ": " + message));
    summary.sentences().forEach(err::println);
    PrintWriter out = command.getOut();
    out.println(json ? summary.toJson() : summary.report());
  }
}
