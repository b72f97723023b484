package bridgebench.scenarios.model;

/** Who plays Spark. */
public enum Engine implements AxisWord {
  /** Our JVM side and our worker. */
  EMBEDDED("embedded");

  private final String word;

  Engine(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
