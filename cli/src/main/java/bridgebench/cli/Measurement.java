package bridgebench.cli;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.python.PythonProbe;
import bridgebench.bridge.python.PythonReport;
import bridgebench.cli.progress.Progress;
import bridgebench.cli.results.RunResults;
import bridgebench.jmh.environment.EnvironmentFacts;
import bridgebench.jmh.runner.RunListener;
import bridgebench.jmh.runner.RunOutcome;
import bridgebench.jmh.runner.SuiteRunner;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.scenarios.run.Environment;
import bridgebench.scenarios.run.RunEnd;
import bridgebench.scenarios.run.RunFolder;
import bridgebench.scenarios.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;

/** A run from its first fork to its report, with Ctrl-C watched. */
final class Measurement {
  /** Fact of the environment: the path of the interpreter that starts workers. */
  static final String OWN_INTERPRETER = "python.executable";

  private final CommandLine command;
  private final Results results;
  private final StrictOption strict;

  Measurement(CommandLine command, Results results, StrictOption strict) {
    this.command = command;
    this.results = results;
    this.strict = strict;
  }

  /** The facts of this machine, with the interpreter's and those of the suite's own functions. */
  static Environment environment(
      Path suiteFolder, PythonLaunch launch, Suite suite, DeadlineOption deadline) {
    PythonReport python = PythonProbe.probe(launch.interpreter());
    Map<String, String> facts = new TreeMap<>();
    facts.put(Environment.SUITE_FOLDER, suiteFolder.toAbsolutePath().normalize().toString());
    facts.put(OWN_INTERPRETER, launch.interpreter().toString());
    facts.put("python.version", python.version());
    python.packages().forEach((name, version) -> facts.put("python." + name, version));
    facts.put(Environment.DEADLINE, deadline.asFact());
    facts.putAll(FunctionFacts.of(suite));
    return EnvironmentFacts.collect(suiteFolder, facts);
  }

  /** Measures, writes the derived files, prints about it, and tells the exit status. */
  int measure(RunFolder folder, Work work) throws IOException {
    SuiteRunner runner = new SuiteRunner();
    Progress progress = Progress.to(command.getErr());
    try (Interruption watched = Interruption.stopping(runner::stop, progress::message)) {
      RunOutcome outcome;
      try (progress) {
        outcome = work.with(runner, progress);
      }
      RunAnalysis analysis = RunResults.write(folder);
      results.print(folder, analysis);
      if (outcome.end() == RunEnd.INTERRUPTED) {
        command.getErr().println("Interrupted. Go on with: " + resumeCommand(folder));
        return ExitCode.INTERRUPTED;
      }
      return outcome.hasFailures() ? ExitCode.SCENARIO_FAILED : status(analysis);
    }
  }

  /** Writes the derived files of a run that is complete anew, and tells the exit status. */
  int redraw(RunFolder folder) throws IOException {
    RunAnalysis analysis = RunResults.write(folder);
    results.print(folder, analysis);
    return status(analysis);
  }

  /** Results that differ from one mode or fork to another are found when a run is analysed. */
  private int status(RunAnalysis analysis) {
    return analysis.failedArms().isEmpty() ? strict.status(analysis) : ExitCode.SCENARIO_FAILED;
  }

  private static String resumeCommand(RunFolder folder) {
    return CommandText.of(List.of("resume", folder.path().toString()));
  }

  /** Prints about a run. */
  interface Results {
    void print(RunFolder folder, RunAnalysis analysis);
  }

  /** A new run, or the rest of one. */
  interface Work {
    RunOutcome with(SuiteRunner runner, RunListener listener) throws IOException;
  }
}
