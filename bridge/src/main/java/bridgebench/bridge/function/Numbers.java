package bridgebench.bridge.function;

import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.DoubleColumn;
import bridgebench.bridge.rows.LongColumn;

/** Long and double columns, both taken as doubles. */
final class Numbers {

  private Numbers() {}

  /** Copies the values of a long or double column as doubles; null slots become 0. */
  static void copyAsDoubles(Column input, double[] target) {
    if (input instanceof LongColumn longs) {
      long[] values = longs.values();
      for (int i = 0; i < input.rows(); i++) {
        target[i] = (double) values[i];
      }
    } else {
      System.arraycopy(((DoubleColumn) input).values(), 0, target, 0, input.rows());
    }
  }
}
