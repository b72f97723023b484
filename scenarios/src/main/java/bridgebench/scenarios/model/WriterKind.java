package bridgebench.scenarios.model;

/** How the JVM feeds the worker while it reads the answers. */
public enum WriterKind implements AxisWord {
  /** A writer thread runs ahead while the calling thread reads. */
  THREAD("thread"),
  /** One thread and a non-blocking channel, as Spark does since 4.0. */
  SELECTOR("selector"),
  /** A batch is answered before the next is sent. */
  LOCKSTEP("lockstep");

  private final String word;

  WriterKind(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
