package bridgebench.bridge.function;

import bridgebench.bridge.rows.Column;

/**
 * Folds the values of a result column into 64 bits that depend on every value, null and position,
 * and neither on the mode that carried them nor on how rows were cut into batches. Two runs whose
 * checksums agree returned the same rows.
 */
final class Checksum implements ColumnCheck {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final long columnSalt;
  private long sum;

  Checksum(int column) {
    this.columnSalt = mix(column + 1L);
  }

  @Override
  public void check(Column actual, long firstRow, Failure failure) {
    if (firstRow == 0) {
      sum = 0;
    }
    for (int i = 0; i < actual.rows(); i++) {
      sum += mix(actual.hash(i) * GOLDEN_GAMMA + mix((firstRow + i) ^ columnSalt));
    }
  }

  /** The checksum of the rows since row 0 was last seen. */
  long value() {
    return sum;
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
