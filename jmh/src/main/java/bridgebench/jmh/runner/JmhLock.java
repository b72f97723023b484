package bridgebench.jmh.runner;

/**
 * JMH's lock file lies in the shared temporary folder, where a second user of the machine cannot
 * open it. Nothing of ours depends on it, so it is left alone.
 */
final class JmhLock {
  private static final String IGNORE = "jmh.ignoreLock";

  private JmhLock() {}

  /** Must be called before JMH's Runner is loaded, which reads the property once. */
  static void ignore() {
    if (System.getProperty(IGNORE) == null) {
      System.setProperty(IGNORE, "true");
    }
  }
}
