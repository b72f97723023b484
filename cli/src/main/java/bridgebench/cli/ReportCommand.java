package bridgebench.cli;

import bridgebench.cli.results.RunResults;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.scenarios.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the report of a run again. */
@Command(
    name = "report",
    header = "Write a run's report and result files again.",
    description =
        "Derives run.json, jmh-result.json, samples.csv, the latency logs and report.html from the"
            + " journal. Needs no Python.",
    footer = {
      "  bridgebench report runs/20260131-120000-quick",
      "  xdg-open $(bridgebench report runs/20260131-120000-quick)"
    })
final class ReportCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Mixin private ResultOutput results;
  @Mixin private StrictOption strict;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "The folder of the run.")
  private Path run;

  @Override
  public Integer call() throws IOException {
    RunFolder folder = OutputFolder.existing(run);
    RunAnalysis analysis = RunResults.write(folder);
    results.print(folder, analysis, spec.commandLine());
    return strict.status(analysis);
  }
}
