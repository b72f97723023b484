package bridgebench.scenarios.model;

/** Which dtypes pandas Series have in {@code arrow-pandas}. */
public enum Dtypes implements AxisWord {
  /** Nullable extension dtypes: a long beside a null stays a long. */
  NULLABLE("nullable"),
  /** PySpark's own conversions: a long beside a null becomes float64. */
  FAITHFUL("faithful");

  private final String word;

  Dtypes(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
