package bridgebench.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a command: says what there is. */
@Command(
    name = "bridgebench",
    description =
        "Measures what it costs to move data between the JVM and Python, the way PySpark does it,"
            + " and shows where the time goes.",
    versionProvider = ProgramVersion.class,
    subcommands = {
      RunCommand.class,
      ReportCommand.class,
      ResumeCommand.class,
      CompareCommand.class,
      ListCommand.class,
      SetupCommand.class,
      DoctorCommand.class,
      SelftestCommand.class,
      JmhCommand.class,
      CompletionCommand.class
    },
    footer = {
      "  bridgebench doctor                    can this machine measure?",
      "  bridgebench list                      suites, and the axes with their values",
      "  bridgebench run quick                 a first look, 3 minutes",
      "  bridgebench report runs/...-quick     draw a report again",
      "  bridgebench run --help                the options of a command",
      "",
      "Data goes to stdout, messages to stderr. Exit status: 0 done, 1 internal error, 2 usage,",
      "3 a scenario failed, 4 the condition of compare --fail-on is met,",
      "5 with --strict: the machine was too noisy, 130 interrupted."
    })
final class BridgebenchCommand implements Runnable {
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and exit.")
  private boolean version;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command, such as run quick");
  }
}
