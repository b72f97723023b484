package bridgebench.scenarios.model;

/** Which half of a codec is timed. */
public enum CodecDirection implements AxisWord {
  /** Typed rows to bytes. */
  ENCODE("encode"),
  /** Bytes to checked typed values. */
  DECODE("decode");

  private final String word;

  CodecDirection(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
