package bridgebench.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Runs one command line and tells the exit status. */
final class Program {
  private Program() {}

  static int run(String... args) {
    return commandLine(writer(System.out), writer(System.err)).execute(args);
  }

  /** The parsed tree of commands, data to {@code out} and messages to {@code err}. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new BridgebenchCommand())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler(ErrorPrinter::wrongUsage)
        .setExecutionExceptionHandler(ErrorPrinter::failed);
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
