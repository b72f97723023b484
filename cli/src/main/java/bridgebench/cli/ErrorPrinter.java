package bridgebench.cli;

import bridgebench.bridge.python.PythonSetupException;
import bridgebench.jmh.runner.ProgramReplacedException;
import bridgebench.scenarios.run.JournalInUseException;
import bridgebench.scenarios.run.RunFormatException;
import bridgebench.scenarios.suite.SuiteException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into a short message on stderr and an exit status. */
final class ErrorPrinter {
  private ErrorPrinter() {}

  /** The command line could not be understood. */
  static int wrongUsage(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("bridgebench: " + problem.getMessage());
    UnmatchedArgumentException.printSuggestions(problem, err);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  /** A command threw. */
  static int failed(Exception problem, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (problem instanceof SuiteException suite) {
      suite.problems().forEach(err::println);
      return ExitCode.USAGE;
    }
    if (problem instanceof UsageProblem
        || problem instanceof RunFormatException
        || problem instanceof JournalInUseException) {
      err.println("bridgebench: " + problem.getMessage());
      return ExitCode.USAGE;
    }
    if (problem instanceof PythonSetupException || problem instanceof ProgramReplacedException) {
      err.println("bridgebench: " + problem.getMessage());
      return ExitCode.INTERNAL;
    }
    err.println("bridgebench: " + problem.getClass().getSimpleName() + ": " + problem.getMessage());
    err.println(whereTheStackTraceIs(problem));
    return ExitCode.INTERNAL;
  }

  private static String whereTheStackTraceIs(Exception problem) {
    try {
      Path file = Files.createTempFile("bridgebench-error-", ".txt");
      try (PrintWriter trace =
          new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
        problem.printStackTrace(trace);
      }
      return "The stack trace is in " + file;
    } catch (IOException e) {
      return "Its stack trace could not be written: " + e.getMessage();
    }
  }
}
