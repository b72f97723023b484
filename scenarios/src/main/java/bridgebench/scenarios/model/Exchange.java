package bridgebench.scenarios.model;

/** What the transport benchmark does with a message. */
public enum Exchange implements AxisWord {
  /** Send one message, wait until it has come back. */
  ROUND_TRIP("round-trip"),
  /** Send messages without waiting while reading their echoes: throughput each way. */
  STREAM("stream"),
  /** Send messages that the worker only reads; it acknowledges the last. */
  ONE_WAY("one-way");

  private final String word;

  Exchange(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
