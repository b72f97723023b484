package bridgebench.cli;

import bridgebench.jmh.runner.JmhMain;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plain JMH over the same benchmarks. */
@Command(
    name = "jmh",
    customSynopsis = "Usage: bridgebench jmh [--python=PATH] [JMH-ARGUMENT...]",
    synopsisHeading = "",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%n",
    footerHeading = "%nExamples:%n",
    header = "Run the benchmarks as plain JMH.",
    description = "Every argument but --python and --help is JMH's own.",
    footer = {
      "  bridgebench jmh -l                                  list the benchmarks",
      "  bridgebench jmh -lp                                 and their parameters",
      "  bridgebench jmh -h                                  JMH's own help",
      "  bridgebench jmh Udf -p mode=arrow -p rows=1000000 -f 1",
      "  bridgebench jmh Transport -prof gc -rf json"
    })
final class JmhCommand implements Callable<Integer> {
  @Mixin private PythonOption python;
  @Spec private CommandSpec spec;

  // No -h: that one is JMH's.
  @Option(names = "--help", usageHelp = true, description = "Show this help and exit.")
  private boolean help;

  @Parameters(arity = "0..*", paramLabel = "JMH-ARGUMENT", description = "See bridgebench jmh -h.")
  private List<String> arguments = List.of();

  @Spec
  void leaveUnknownOptionsToJmh(CommandSpec own) {
    own.parser().unmatchedOptionsArePositionalParams(true);
  }

  @Override
  public Integer call() throws IOException {
    return JmhMain.run(
        arguments.toArray(new String[0]),
        () -> python.prepare(spec.commandLine().getErr()),
        System.err);
  }
}
