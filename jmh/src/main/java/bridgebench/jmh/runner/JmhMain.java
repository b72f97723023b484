package bridgebench.jmh.runner;

import bridgebench.bridge.python.PythonLaunch;
import bridgebench.jmh.fork.ForkFolder;
import bridgebench.jmh.fork.ForkOrder;
import bridgebench.jmh.fork.PlainOrder;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
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
 * it: {@code -l}, {@code -p mode=arrow,pickle}, {@code -prof …}, {@code -f 3}. Unlike there, a
 * failing benchmark gives a status other than 0.
 */
public final class JmhMain {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int USAGE = 2;

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
   * @return 0, 1 when a benchmark failed or none matched, 2 when the options are wrong
   */
  public static int run(String[] args, Supplier<PythonLaunch> python, PrintStream errors)
      throws IOException {
    JmhLock.ignore();
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
      PlainOrder.with(python.get(), folder.sockets()).write(folder.order());
      // Benchmarks that run in this JVM (-f 0) read the order from it, forks from their own.
      System.setProperty(ForkOrder.PROPERTY, folder.order().toString());
      new Runner(withForkArgs(options, folder)).run();
      return OK;
    } catch (NoBenchmarksException e) {
      errors.println("No benchmark matches; see them with -l.");
      return FAILED;
    } catch (ProfilersFailedException e) {
      errors.println(e.getMessage());
      for (Throwable other : e.getSuppressed()) {
        errors.println(other.getMessage());
      }
      return FAILED;
    } catch (RunnerException e) {
      errors.println("ERROR: " + JmhErrors.explain(e));
      return FAILED;
    } finally {
      System.clearProperty(ForkOrder.PROPERTY);
    }
  }

  private static Options withForkArgs(CommandLineOptions options, ForkFolder folder) {
    List<String> args = new ArrayList<>(ForkJvmArgs.forThisJvm());
    args.addAll(options.getJvmArgsAppend().orElse(List.of()));
    args.add("-D" + ForkOrder.PROPERTY + "=" + folder.order());
    return new OptionsBuilder()
        .parent(options)
        .jvmArgsAppend(args.toArray(new String[0]))
        .shouldFailOnError(options.shouldFailOnError().orElse(true))
        .build();
  }
}
