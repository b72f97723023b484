package bridgebench.bridge.codec.pickle;

import bridgebench.bridge.rows.ByteColumn;
import bridgebench.bridge.rows.BytesColumn;
import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.DoubleColumn;
import bridgebench.bridge.rows.FloatColumn;
import bridgebench.bridge.rows.IntColumn;
import bridgebench.bridge.rows.ListColumn;
import bridgebench.bridge.rows.LongColumn;
import bridgebench.bridge.rows.MapColumn;
import bridgebench.bridge.rows.ShortColumn;
import bridgebench.bridge.rows.StructColumn;
import bridgebench.scenarios.model.ColumnType;
import java.util.function.IntFunction;

/** Boxes the values of one column, each as the object that Spark hands to Pyrolite. */
final class ValueBoxer {

  private final Column column;
  private final IntFunction<Object> boxes;

  private ValueBoxer(Column column, IntFunction<Object> boxes) {
    this.column = column;
    this.boxes = boxes;
  }

  static ValueBoxer of(Column column) {
    return new ValueBoxer(column, boxes(column));
  }

  /** Whether this is the column whose values are boxed. */
  boolean isOf(Column other) {
    return other == column;
  }

  /** The value of a row that is not null. */
  Object boxed(int row) {
    return boxes.apply(row);
  }

  /** Puts a stretch of values into a column of rows. */
  void box(int from, int count, Object[] rows, int firstRow, int ordinal) {
    boolean nulls = column.nullCount() != 0;
    for (int i = 0; i < count; i++) {
      if (!nulls || !column.isNull(from + i)) {
        ((Object[]) rows[firstRow + i])[ordinal] = boxes.apply(from + i);
      }
    }
  }

  private static IntFunction<Object> boxes(Column column) {
    if (column instanceof DoubleColumn doubles) {
      return row -> doubles.values()[row];
    } else if (column instanceof LongColumn longs) {
      return longs.type() == ColumnType.DECIMAL
          ? row -> Boxes.decimal(longs.values()[row])
          : row -> longs.values()[row];
    } else if (column instanceof IntColumn ints) {
      return row -> ints.values()[row];
    } else if (column instanceof FloatColumn floats) {
      return row -> floats.values()[row];
    } else if (column instanceof ShortColumn shorts) {
      return row -> shorts.values()[row];
    } else if (column instanceof ByteColumn bytes) {
      return bytes.type() == ColumnType.BOOLEAN
          ? row -> bytes.values()[row] != 0
          : row -> bytes.values()[row];
    } else if (column instanceof BytesColumn text) {
      return text.type() == ColumnType.STRING ? text::string : row -> Boxes.binary(text, row);
    } else if (column instanceof ListColumn lists) {
      return row -> Boxes.list(lists, row);
    } else if (column instanceof StructColumn structs) {
      return row -> Boxes.struct(structs, row);
    }
    return row -> Boxes.map((MapColumn) column, row);
  }
}
