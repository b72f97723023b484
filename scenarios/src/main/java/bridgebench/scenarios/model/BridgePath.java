package bridgebench.scenarios.model;

/** What a scenario drives: the way that data or a call takes between the two runtimes. */
public enum BridgePath implements AxisWord {
  /** JVM to Python worker and back, as a PySpark UDF does. */
  UDF("udf"),
  /** From nothing to a worker's first answer. */
  WORKER_START("worker-start"),
  /** Bytes only: no rows, no codec. */
  TRANSPORT("transport"),
  /** Encode and decode on the JVM alone: no process boundary. */
  CODEC("codec");

  private final String word;

  BridgePath(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
