package bridgebench.scenarios.model;

/** What collected rows are in Python. */
public enum RowsAs implements AxisWord {
  /** Plain tuples. */
  TUPLES("tuples"),
  /** Tuples whose values have names too, as PySpark's {@code Row} has. */
  ROWS("rows");

  private final String word;

  RowsAs(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
