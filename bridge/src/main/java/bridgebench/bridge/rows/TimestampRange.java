package bridgebench.bridge.rows;

/** Between which moments timestamps lie: which libraries must be able to hold them. */
public enum TimestampRange {
  /** The years 1 to 9999 of Python's datetime, to its first and last microsecond. */
  PYTHON("years 1 to 9999", -62_135_596_800_000_000L, 253_402_300_799_999_999L),

  /**
   * What pandas's {@code datetime64[ns]} holds, 64 bits of nanoseconds around 1970, less a day at
   * each end, so that local times of every zone fit too: 1677-09-22T00:12:43 to
   * 2262-04-10T23:47:16.
   */
  PANDAS("1677-09-22 to 2262-04-10", -9_223_285_636_854_775L, 9_223_285_636_854_775L);

  private final String words;
  private final long[] edges;

  TimestampRange(String words, long first, long last) {
    this.words = words;
    // As many for each range: the same random bits pick the same places.
    this.edges = new long[] {first, -1, 0, last};
  }

  /** The range for people. */
  public String words() {
    return words;
  }

  /** One of the awkward timestamps, in microseconds since 1970, picked by random bits. */
  long anyEdge(long bits) {
    return edges[(int) Long.remainderUnsigned(bits, edges.length)];
  }
}
