package bridgebench.jmh.benchmark;

/** Shutdown hooks that can be taken back. */
final class ExitHooks {
  private ExitHooks() {}

  static Thread add(Runnable body) {
    Thread hook = new Thread(body, "bridgebench-close-session");
    Runtime.getRuntime().addShutdownHook(hook);
    return hook;
  }

  static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending and runs the hook itself.
    }
  }
}
