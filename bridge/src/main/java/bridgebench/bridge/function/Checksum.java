package bridgebench.bridge.function;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.Hash;

/**
 * Folds the values of a result column into 64 bits that depend on every value, null and position,
 * and neither on the mode that carried them nor on how rows were cut into batches. Two runs whose
 * checksums agree returned the same rows, but for an accident that one pair in 2^64 has.
 */
final class Checksum implements ColumnCheck {

  private final long columnSalt;
  private long sum;

  Checksum(int column) {
    this.columnSalt = Hash.mix(column + 1L);
  }

  @Override
  public void check(Column actual, long firstRow, Failure failure) {
    if (firstRow == 0) {
      sum = 0;
    }
    for (int i = 0; i < actual.rows(); i++) {
      sum += Hash.step(actual.hash(i), Hash.mix((firstRow + i) ^ columnSalt));
    }
  }

  /** The checksum of the rows since row 0 was last seen. */
  long value() {
    return sum;
  }
}
