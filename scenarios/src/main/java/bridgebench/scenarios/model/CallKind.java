package bridgebench.scenarios.model;

/** What a Py4J call from the Python driver carries, and which way. */
public enum CallKind implements AxisWord {
  /** A static method without arguments, which returns a constant. */
  STATIC("static"),
  /** One boolean there, one back. */
  BOOL("bool"),
  /** One 32-bit whole number there, one back. */
  INT("int"),
  /** One 64-bit whole number there, one back. */
  LONG("long"),
  /** One double there, one back. */
  DOUBLE("double"),
  /** A string of {@code messageBytes} ASCII letters there and back. */
  STRING("string"),
  /** A list of {@code elements} whole numbers there, their sum back. */
  LIST("list"),
  /** {@code messageBytes} bytes from Python to the JVM, their number back. */
  BYTES_IN("bytes-in"),
  /** {@code messageBytes} bytes from the JVM to Python. */
  BYTES_OUT("bytes-out"),
  /** A call during which the JVM calls a Python object once. */
  CALLBACK("callback"),
  /** {@code elements} operations on a plan, one call each; no data moves. */
  CHAIN("chain");

  private final String word;

  CallKind(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
