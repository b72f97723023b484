package bridgebench.scenarios.model;

/** When written bytes are handed to the operating system. */
public enum Flush implements AxisWord {
  /** When 64 KiB are full or the task ends. */
  BUFFER("buffer"),
  /** After every batch. */
  BATCH("batch");

  private final String word;

  Flush(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
