package bridgebench.jmh.runner;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;

/**
 * Sees which benchmarks JMH starts and which end with a result. JMH leaves those that fail out of
 * its results and says so in its output alone.
 */
final class BenchmarkWatch {
  private final OutputFormat jmhs;
  private final OutputFormat output;
  private final Set<String> started = new LinkedHashSet<>();

  /**
   * A watch over JMH's own output.
   *
   * @throws IOException when the file that {@code -o} names cannot be written
   */
  BenchmarkWatch(Options options) throws IOException {
    jmhs =
        OutputFormatFactory.createFormatInstance(
            stream(options), options.verbosity().orElse(Defaults.VERBOSITY));
    output =
        (OutputFormat)
            Proxy.newProxyInstance(
                OutputFormat.class.getClassLoader(),
                new Class<?>[] {OutputFormat.class},
                (proxy, method, arguments) -> passedOn(method, arguments));
  }

  /** Where JMH must be told to write. */
  OutputFormat output() {
    return output;
  }

  /** What JMH returned. */
  void finished(Collection<RunResult> results) {
    results.forEach(result -> started.remove(result.getParams().id()));
  }

  /** The benchmarks that were started and have no result, with their parameters. */
  Set<String> withoutResult() {
    return started;
  }

  private @Nullable Object passedOn(Method method, Object @Nullable [] arguments) throws Throwable {
    if (arguments != null && arguments.length == 1 && method.getName().equals("startBenchmark")) {
      started.add(((BenchmarkParams) arguments[0]).id());
    }
    try {
      return method.invoke(jmhs, arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw cause == null ? e : cause;
    }
  }

  private static PrintStream stream(Options options) throws IOException {
    return options.getOutput().hasValue()
        ? new PrintStream(
            new FileOutputStream(options.getOutput().get()), true, Charset.defaultCharset())
        : new Unclosed(System.out);
  }

  /** JMH closes its output; standard output goes on. */
  private static final class Unclosed extends PrintStream {
    Unclosed(PrintStream out) {
      super(out, true, Charset.defaultCharset());
    }

    @Override
    public void close() {
      flush();
    }
  }
}
