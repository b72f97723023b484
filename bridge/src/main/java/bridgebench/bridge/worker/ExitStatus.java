package bridgebench.bridge.worker;

import java.util.Map;

/** The exit value of a process, in words. */
final class ExitStatus {

  private static final int SIGNALLED = 128;
  private static final Map<Integer, String> SIGNALS =
      Map.of(
          1, "SIGHUP", 2, "SIGINT", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 10,
          "SIGUSR1", 11, "SIGSEGV", 13, "SIGPIPE", 15, "SIGTERM");

  private ExitStatus() {}

  /** Java reports a process that a signal ended as 128 plus the signal's number. */
  static String describe(int exitValue) {
    int signal = exitValue - SIGNALLED;
    if (signal <= 0 || signal > 64) {
      return "exit status " + exitValue;
    }
    return describeSignal(signal);
  }

  /** A process that this signal ended. */
  static String describeSignal(int signal) {
    String name = SIGNALS.getOrDefault(signal, "number " + signal);
    String hint = signal == 9 ? "; the system kills a process when memory runs out" : "";
    return "killed by signal " + signal + " (" + name + ")" + hint;
  }
}
