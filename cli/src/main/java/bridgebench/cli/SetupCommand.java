package bridgebench.cli;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.bridge.python.PythonProbe;
import bridgebench.bridge.python.PythonReport;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the Python side ready ahead of the first run. */
@Command(
    name = "setup",
    header = "Make the Python environment ready ahead of the first run.",
    description = "Prints the interpreter's path. With --python, checks that interpreter instead.",
    footer = {
      "  bridgebench setup                               make the program's own environment",
      "  bridgebench setup --python ~/venv/bin/python    check an interpreter of yours",
      "  BRIDGEBENCH_CACHE=/data/cache bridgebench setup keep the environment elsewhere"
    })
final class SetupCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Mixin private PythonOption python;
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print a JSON object: interpreter, version, packages.")
  private boolean json;

  @Override
  public Integer call() {
    PythonLaunch launch = python.prepare(spec.commandLine().getErr());
    spec.commandLine().getOut().println(json ? toJson(launch) : launch.interpreter().toString());
    return ExitCode.OK;
  }

  private static String toJson(PythonLaunch launch) {
    PythonReport found = PythonProbe.probe(launch.interpreter());
    return JsonText.of(
        new Ready(launch.interpreter().toString(), found.version(), found.packages()));
  }

  /** The keys of the JSON object. */
  record Ready(String interpreter, String version, SortedMap<String, String> packages) {}
}
