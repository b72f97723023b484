package bridgebench.scenarios.model;

/** What the bytes travel through. */
public enum TransportKind implements AxisWord {
  /** Pipes: the worker's stdin and stdout, or named pipes ({@link PipeKind}). */
  PIPE("pipe"),
  /** A TCP socket on loopback. */
  TCP("tcp"),
  /** A Unix domain socket. */
  UNIX("unix");

  private final String word;

  TransportKind(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
