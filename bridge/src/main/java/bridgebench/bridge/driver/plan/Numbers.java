package bridgebench.bridge.driver.plan;

import bridgebench.bridge.rows.ByteColumn;
import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.DoubleColumn;
import bridgebench.bridge.rows.FloatColumn;
import bridgebench.bridge.rows.IntColumn;
import bridgebench.bridge.rows.LongColumn;
import bridgebench.bridge.rows.ShortColumn;
import bridgebench.scenarios.model.ColumnSpec;

/** Reads columns of numbers as longs or doubles; the slot of a null holds zero. */
final class Numbers {

  private Numbers() {}

  static ColumnSpec require(ColumnSpec column, String what) {
    if (!column.type().isNumber()) {
      throw new PlanException(
          what
              + " needs a column of numbers (byte, short, int, long, float, double): '"
              + column.name()
              + "' is of type "
              + column.type().word());
    }
    return column;
  }

  static long wholeAt(Column column, int row) {
    if (column instanceof LongColumn longs) {
      return longs.values()[row];
    } else if (column instanceof IntColumn ints) {
      return ints.values()[row];
    } else if (column instanceof ShortColumn shorts) {
      return shorts.values()[row];
    }
    return ((ByteColumn) column).values()[row];
  }

  static double doubleAt(Column column, int row) {
    if (column instanceof DoubleColumn doubles) {
      return doubles.values()[row];
    } else if (column instanceof FloatColumn floats) {
      return floats.values()[row];
    }
    return wholeAt(column, row);
  }

  static void append(Column column, long value) {
    if (column instanceof LongColumn longs) {
      longs.append(value);
    } else if (column instanceof IntColumn ints) {
      ints.append((int) value);
    } else if (column instanceof ShortColumn shorts) {
      shorts.append((short) value);
    } else {
      ((ByteColumn) column).append((byte) value);
    }
  }
}
