package bridgebench.bridge.driver;

/** What Python implements, so that the JVM can call it. */
public interface PythonCallback {

  /** Answers with a number made of another. */
  long apply(long value);
}
