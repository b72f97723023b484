package bridgebench.scenarios.model;

/** Where the rows of an operation are when it begins. */
public enum Origin implements AxisWord {
  /** In the JVM: they cross as part of the operation. */
  JVM("jvm"),
  /**
   * In Python, as pickled batches or an Arrow table: nothing crosses, and what is left is what the
   * driver makes of them.
   */
  PYTHON("python");

  private final String word;

  Origin(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
