package bridgebench.cli;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.jmh.runner.RunPlan;
import bridgebench.scenarios.run.RunFolder;
import bridgebench.scenarios.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** What a run that begins can be given beside its suite. */
final class NewRun {
  @Mixin private OutputFolder output = new OutputFolder();
  @Mixin private PythonOption python = new PythonOption();
  @Mixin private SeedOption seedOption = new SeedOption();
  @Mixin private DeadlineOption deadline = new DeadlineOption();

  /**
   * Measures a suite into a folder of its own.
   *
   * @param suiteFolder where the suite lies, whose commit is recorded
   * @return the exit status
   */
  int measure(Suite suite, Path suiteFolder, CommandSpec spec, Measurement measurement)
      throws IOException {
    JvmArgsCheck.requireStarts(suite.jvmArgs());
    PythonLaunch launch = python.prepare(spec.commandLine().getErr(), PythonUses.of(suite));
    long seed = seedOption.choose();
    RunFolder folder = output.create(suite.name());
    // Said before anything is measured, as whatever ends the program leaves the run there.
    spec.commandLine().getErr().println("run folder: " + folder.path());
    RunPlan plan =
        new RunPlan(
            suite,
            folder,
            Measurement.environment(suiteFolder, launch, suite, deadline),
            seedOption.command(spec, seed),
            seed,
            deadline.settings(launch));
    return measurement.measure(folder, (runner, progress) -> runner.run(plan, progress));
  }
}
