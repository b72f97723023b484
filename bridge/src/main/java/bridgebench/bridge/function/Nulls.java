package bridgebench.bridge.function;

import bridgebench.bridge.rows.Column;

/** Carries nulls from a function's argument to its result. */
final class Nulls {

  /** Puts into a slot what the slot of a null holds. */
  interface Zero {
    void at(int row);
  }

  private Nulls() {}

  static void copy(Column input, Column result, Zero zero) {
    if (input.nullCount() == 0) {
      return;
    }
    for (int row = 0; row < input.rows(); row++) {
      if (input.isNull(row)) {
        zero.at(row);
        result.markNull(row);
      }
    }
  }
}
