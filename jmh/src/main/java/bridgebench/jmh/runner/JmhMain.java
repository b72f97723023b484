package bridgebench.jmh.runner;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.jmh.fork.ForkFolder;
import bridgebench.jmh.fork.ForkOrder;
import bridgebench.jmh.fork.PlainOrder;
import bridgebench.jmh.fork.SampleFile;
import bridgebench.jmh.fork.SampleLine;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.ProfilersFailedException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The benchmarks as plain JMH, with JMH's own options, as {@code java -jar benchmarks.jar} offers
 * it: {@code -l}, {@code -p mode=arrow,pickle}, {@code -prof …}, {@code -f 3}. As there, a failing
 * benchmark leaves the others and their results alone; unlike there, the status is not 0 then.
 */
public final class JmhMain {
  private static final int OK = 0;
  private static final int USAGE = 2;
  private static final int FAILED = 3;

  private final Supplier<PythonLaunch> python;
  private final PrintStream errors;

  private JmhMain(Supplier<PythonLaunch> python, PrintStream errors) {
    this.python = python;
    this.errors = errors;
  }

  /** Runs JMH with {@code args} and ends the JVM with its status. */
  public static void main(String[] args) throws IOException {
    System.exit(run(args, PlainOrder::python, System.err));
  }

  /**
   * Runs JMH; results go to standard output or where the options say.
   *
   * @param args in JMH's spelling
   * @param python asked for only when benchmarks are going to run
   * @param errors where mistakes and failures are told
   * @return 0, 2 when the options or the values of {@code -p} are wrong, no benchmark matches or a
   *     profiler cannot be used, 3 when a benchmark failed; the others' results are written unless
   *     {@code -foe true}
   */
  public static int run(String[] args, Supplier<PythonLaunch> python, PrintStream errors)
      throws IOException {
    JmhLock.ignore();
    List<String> mistakes = JmhParameters.mistakes(args);
    if (!mistakes.isEmpty()) {
      mistakes.forEach(errors::println);
      return USAGE;
    }
    try {
      return new JmhMain(python, errors).run(new CommandLineOptions(args));
    } catch (CommandLineOptionException e) {
      errors.println("Error parsing the options of JMH: " + e.getMessage());
      errors.println("See them with -h.");
      return USAGE;
    }
  }

  private int run(CommandLineOptions options) throws IOException {
    return shows(options) ? OK : measure(options);
  }

  private static boolean shows(CommandLineOptions options) throws IOException {
    if (options.shouldHelp()) {
      options.showHelp();
    } else if (options.shouldList()) {
      new Runner(options).list();
    } else if (options.shouldListWithParams()) {
      new Runner(options).listWithParams(options);
    } else if (options.shouldListProfilers()) {
      options.listProfilers();
    } else if (options.shouldListResultFormats()) {
      options.listResultFormats();
    } else {
      return false;
    }
    return true;
  }

  private int measure(CommandLineOptions options) throws IOException {
    try (ForkFolder folder = ForkFolder.make()) {
      PlainOrder.with(python.get(), folder.sockets(), folder.samples()).write(folder.order());
      // Benchmarks that run in this JVM (-f 0) read the order from it, forks from their own.
      System.setProperty(ForkOrder.PROPERTY, folder.order().toString());
      warnOfChecks(options);
      BenchmarkWatch watch = new BenchmarkWatch(options);
      watch.finished(new Runner(withForkArgs(options, folder), watch.output()).run());
      return status(watch, folder);
    } catch (NoBenchmarksException e) {
      errors.println("No benchmark matches; see them with -l.");
      return USAGE;
    } catch (ProfilersFailedException e) {
      printWithCauses(e);
      return USAGE;
    } catch (RunnerException e) {
      errors.println("ERROR: " + JmhErrors.explain(e));
      return FAILED;
    } finally {
      System.clearProperty(ForkOrder.PROPERTY);
    }
  }

  // Which profiler it is stands in the causes.
  private void printWithCauses(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      errors.println(cause.getMessage());
      for (Throwable other : cause.getSuppressed()) {
        errors.println(other.getMessage());
      }
    }
  }

  private int status(BenchmarkWatch watch, ForkFolder folder) throws IOException {
    Set<String> reasons = new LinkedHashSet<>();
    for (SampleLine line : new SampleFile(folder.samples()).read()) {
      if (line instanceof SampleLine.Failure failed) {
        reasons.add(failed.failure().message());
      }
    }
    watch.withoutResult().forEach(benchmark -> errors.println("failed: " + benchmark));
    reasons.forEach(reason -> errors.println("ERROR: " + reason));
    return reasons.isEmpty() && watch.withoutResult().isEmpty() ? OK : FAILED;
  }

  private void warnOfChecks(CommandLineOptions options) {
    if (options.getForkCount().orElse(1) == 0
        && !Boolean.getBoolean(ForkJvmArgs.UNCHECKED_MEMORY)) {
      errors.println(
          "-f 0 measures in this JVM, in which Arrow checks bounds and nulls; forks do not, and are"
              + " faster. Start it with -D"
              + ForkJvmArgs.UNCHECKED_MEMORY
              + "=true -D"
              + ForkJvmArgs.NULL_CHECK
              + "=false to measure the same.");
    }
  }

  private static Options withForkArgs(CommandLineOptions options, ForkFolder folder)
      throws IOException {
    List<String> args = new ArrayList<>(forkArgs(options));
    args.addAll(options.getJvmArgsAppend().orElse(List.of()));
    args.add("-D" + ForkOrder.PROPERTY + "=" + folder.order());
    return new OptionsBuilder().parent(options).jvmArgsAppend(args.toArray(new String[0])).build();
  }

  private static List<String> forkArgs(CommandLineOptions options) throws IOException {
    return options.getJvm().hasValue()
        ? ForkJvmArgs.forRelease(JavaRelease.of(options.getJvm().get()))
        : ForkJvmArgs.forThisJvm();
  }
}
