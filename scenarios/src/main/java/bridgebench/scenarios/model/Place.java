package bridgebench.scenarios.model;

/** Where the work of an action on rows is done. */
public enum Place implements AxisWord {
  /** In the JVM: only the result crosses. */
  JVM("jvm"),
  /** In Python: the rows are fetched as a pandas frame first. */
  PYTHON("python");

  private final String word;

  Place(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
