package bridgebench.cli;

import bridgebench.cli.selection.ChangedSuite;
import bridgebench.cli.selection.SuiteChanges;
import bridgebench.cli.selection.SuiteSource;
import bridgebench.scenarios.suite.Suite;
import bridgebench.scenarios.suite.SuiteException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a suite. */
@Command(
    name = "run",
    header = "Measure a suite and write its report.",
    description =
        "Every fork is kept as soon as it is finished. The report's path is the last line on stdout."
            + " Exit status: 0 done, 2 usage, 3 a scenario failed (the rest is measured), 5 with"
            + " --strict: the machine was too noisy, 130 interrupted (what is measured is kept; see bridgebench resume).",
    footer = {
      "  bridgebench run quick                                 a first look, 3 minutes",
      "  bridgebench run standard --output /data/runs          the worker's side in full",
      "  bridgebench run my-suite.yaml --python ~/venv/bin/python",
      "  bridgebench run quick -p mode=pickle,arrow -p transport=unix -f 3",
      "  bridgebench run standard -jvmArgsAppend '-Xmx2g -XX:+UseParallelGC'",
      "  bridgebench run standard --strict                     fails on a noisy machine",
      "  bridgebench run quick --json | jq -r .report          for scripts"
    })
final class RunCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Mixin private NewRun run;
  @Mixin private SuiteChanges changes;
  @Mixin private ResultOutput results;
  @Mixin private StrictOption strict;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SUITE|FILE",
      description = "A shipped suite (see bridgebench list) or a suite file.")
  private String suiteWord;

  @Override
  public Integer call() throws SuiteException, IOException, InterruptedException {
    SuiteSource source = new SuiteSource(suiteWord);
    ChangedSuite changed = changed(source.read(), source.folder());
    changed.notes().forEach(spec.commandLine().getErr()::println);
    Measurement measurement =
        new Measurement(spec.commandLine(), results.to(spec.commandLine()), strict);
    return run.measure(changed.suite(), source.folder(), spec, measurement);
  }

  private ChangedSuite changed(Suite suite, Path folder) {
    try {
      return changes.applyTo(suite, folder);
    } catch (IllegalArgumentException e) {
      throw new UsageProblem(String.valueOf(e.getMessage()), e);
    }
  }
}
