package bridgebench.cli;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.scenarios.run.Environment;
import bridgebench.scenarios.run.Journal;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.RunEnd;
import bridgebench.scenarios.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on with an interrupted run. */
@Command(
    name = "resume",
    header = "Go on with an interrupted run.",
    description =
        "Measures what the run has not measured yet, and writes its report again. Scenarios that"
            + " failed stay failed. A changed environment is told and recorded.",
    footer = {
      "  bridgebench resume runs/20260131-120000-quick",
      "  bridgebench resume runs/20260131-120000-quick --python ~/venv/bin/python"
    })
final class ResumeCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Mixin private PythonOption python;
  @Mixin private ResultOutput results;
  @Mixin private StrictOption strict;
  @Mixin private DeadlineOption deadline;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "The folder of the run.")
  private Path run;

  @Override
  public Integer call() throws IOException, InterruptedException {
    RunFolder folder = OutputFolder.existing(run);
    JournalContents journal = Journal.read(folder.path());
    Measurement measurement =
        new Measurement(
            spec.commandLine(), results.to(spec.commandLine(), journal.header().suite()), strict);
    if (journal.end() == RunEnd.FINISHED) {
      spec.commandLine().getErr().println("The run is complete; nothing is left to measure.");
      return measurement.redraw(folder);
    }
    PythonLaunch launch =
        pythonOf(journal)
            .prepare(spec.commandLine().getErr(), PythonUses.of(journal.header().suite()));
    deadline.goOnFrom(journal.header().environment());
    Environment environment =
        Measurement.environment(suiteFolder(journal), launch, journal.header().suite(), deadline);
    return measurement.measure(
        folder,
        (runner, progress) ->
            runner.resume(folder, environment, deadline.settings(launch), progress));
  }

  /** Where the run's suite lay, so that the same commit is looked at. */
  private static Path suiteFolder(JournalContents journal) {
    return Path.of(
        journal.header().environment().facts().getOrDefault(Environment.SUITE_FOLDER, ""));
  }

  /** The given interpreter, else the one that the run began with. */
  private PythonOption pythonOf(JournalContents journal) {
    String before = journal.header().environment().facts().get(Measurement.OWN_INTERPRETER);
    return python.interpreter() != null || before == null
        ? python
        : new PythonOption(Path.of(before));
  }
}
