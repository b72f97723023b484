package bridgebench.scenarios.model;

/** Where a task's worker comes from. */
public enum Start implements AxisWord {
  /** A new interpreter for each task. */
  COLD("cold"),
  /** A process that has imported the libraries forks a worker for each task. */
  DAEMON("daemon"),
  /** One warm worker serves all tasks. */
  REUSE("reuse");

  private final String word;

  Start(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
