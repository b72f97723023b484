package bridgebench.scenarios.model;

/** Where the rows of an operation are when it begins. */
public enum Origin implements AxisWord {
  /** In the JVM: they cross as part of the operation. */
  JVM("jvm"),
  /**
   * In Python, as they came: nothing crosses, and what is left is the work of the libraries at the
   * bridge's end, which no bridge can make shorter.
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
