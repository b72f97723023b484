package bridgebench.scenarios.model;

/** Compression of Arrow buffers. */
public enum Compression implements AxisWord {
  /** No compression. */
  NONE("none"),
  /** LZ4 frame. */
  LZ4("lz4"),
  /** Zstandard. */
  ZSTD("zstd");

  private final String word;

  Compression(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
