package bridgebench.bridge.function;

import bridgebench.bridge.rows.DoubleColumn;

/**
 * How far a double may be from the twin's: {@code absolute + relative · |expected|}. NaN,
 * infinities and nulls must be the same.
 */
record Tolerance(double absolute, double relative) {

  /** Throws at the first of {@code count} values that is too far away. */
  void check(
      DoubleColumn actual,
      int from,
      DoubleColumn expected,
      int expectedFrom,
      int count,
      long firstRow,
      ColumnCheck.Failure failure) {
    double[] came = actual.values();
    double[] right = expected.values();
    boolean nulls = actual.nullCount() != 0 || expected.nullCount() != 0;
    for (int i = 0; i < count; i++) {
      int at = from + i;
      int expectedAt = expectedFrom + i;
      boolean same = !nulls || actual.isNull(at) == expected.isNull(expectedAt);
      if (!same || !allows(came[at], right[expectedAt])) {
        throw failure.at(firstRow + i, describe(expected, expectedAt), actual.show(at));
      }
    }
  }

  private boolean allows(double came, double right) {
    // An infinite expectation makes the right side infinite too: only equality will do then.
    return Math.abs(came - right) <= absolute + relative * Math.abs(right)
        ? Double.isFinite(right) || came == right
        : Double.compare(came, right) == 0;
  }

  private String describe(DoubleColumn expected, int row) {
    return expected.show(row) + " ± " + absolute + " ± " + relative + " of it";
  }
}
