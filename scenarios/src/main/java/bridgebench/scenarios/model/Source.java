package bridgebench.scenarios.model;

/** How an encoder reads rows from the window. */
public enum Source implements AxisWord {
  /** Column-wise: {@code fill(column, from, count)}. */
  COLUMNS("columns"),
  /** Row-wise, through a cursor with typed getters, like Spark's InternalRow. */
  ROWS("rows");

  private final String word;

  Source(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
