package bridgebench.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the shell completion script. */
@Command(
    name = "completion",
    header = "Print the completion script for bash and zsh.",
    footer = {
      "  alias bridgebench='java -jar /path/to/bridgebench.jar'",
      "  source <(bridgebench completion)        complete in this shell",
      "  bridgebench completion > ~/.local/share/bash-completion/completions/bridgebench"
    })
final class CompletionCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec root = spec.root();
    spec.commandLine().getOut().println(AutoComplete.bash(root.name(), root.commandLine()));
    return ExitCode.OK;
  }
}
