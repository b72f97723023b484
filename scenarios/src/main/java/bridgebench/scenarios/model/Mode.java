package bridgebench.scenarios.model;

/** How rows are represented while they cross. */
public enum Mode implements AxisWord {
  /** No crossing: the Java twin of the function, the baseline. */
  JVM("jvm"),
  /** Rows pickled, {@code batchRows} to a frame. */
  PICKLE("pickle"),
  /** Arrow batches; the Python function is applied row by row. */
  ARROW_ROW("arrow-row"),
  /** Arrow batches handed to the function as pandas Series. */
  ARROW_PANDAS("arrow-pandas"),
  /** Arrow batches handed to the function as pyarrow arrays. */
  ARROW("arrow");

  private final String word;

  Mode(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
