package bridgebench.jmh.runner;

import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;

/** Finds what JMH wraps: the benchmark's own exceptions are suppressed ones of its own. */
final class JmhErrors {
  private JmhErrors() {}

  static String explain(RunnerException error) {
    Throwable cause = error.getCause();
    if (cause instanceof BenchmarkException benchmark && benchmark.getSuppressed().length > 0) {
      Throwable own = benchmark.getSuppressed()[0];
      while (own.getCause() != null) {
        own = own.getCause();
      }
      return String.valueOf(own.getMessage());
    }
    return cause == null || cause.getMessage() == null
        ? String.valueOf(error.getMessage())
        : cause.getMessage();
  }
}
