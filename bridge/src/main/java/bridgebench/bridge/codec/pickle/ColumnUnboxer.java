package bridgebench.bridge.codec.pickle;

import static java.nio.charset.StandardCharsets.UTF_8;

import bridgebench.bridge.codec.MalformedBodyException;
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
import bridgebench.scenarios.model.ColumnSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Unboxes one column of unpickled rows. Whole numbers wrap around at the column's width. */
final class ColumnUnboxer {

  private final ColumnSpec spec;
  private final int ordinal;
  private final int columns;
  private final Column column;
  private final Appender appender;

  /**
   * @param ordinal the column's place in a row
   * @param columns columns in a row; values are bare when there is one
   */
  ColumnUnboxer(ColumnSpec spec, int ordinal, int columns) {
    this.spec = spec;
    this.ordinal = ordinal;
    this.columns = columns;
    this.column = Column.ofType(spec.type());
    this.appender = appender(column);
  }

  /** The values that were unboxed last, in typed arrays that are used again. */
  Column column() {
    return column;
  }

  /** Replaces the column's values by those of these rows. */
  void unbox(List<?> rows) {
    column.clear();
    for (int row = 0; row < rows.size(); row++) {
      @Nullable Object value = columns == 1 ? rows.get(row) : field(rows.get(row));
      if (value == null) {
        column.appendNull();
      } else {
        append(value, row);
      }
    }
  }

  private @Nullable Object field(@Nullable Object row) {
    if (row instanceof Object[] values && values.length == columns) {
      return values[ordinal];
    }
    throw new MalformedBodyException(
        "expected a tuple of " + columns + " values a row, got " + UnpickledValues.describe(row));
  }

  private void append(Object value, int row) {
    try {
      appender.append(value);
    } catch (ClassCastException | ArithmeticException | NullPointerException e) {
      throw new MalformedBodyException(
          String.format(
              "row %d of the batch, column '%s': expected a %s, got %s: return that type, or set"
                  + " the function's attribute 'returns'",
              row, spec.name(), spec.type().word(), UnpickledValues.describe(value)),
          e);
    }
  }

  private interface Appender {
    void append(Object value);
  }

  private static Appender appender(Column column) {
    return switch (column.type()) {
      case BOOLEAN -> value -> ((ByteColumn) column).append((byte) ((Boolean) value ? 1 : 0));
      case BYTE -> value -> ((ByteColumn) column).append((byte) UnpickledValues.whole(value));
      case SHORT -> value -> ((ShortColumn) column).append((short) UnpickledValues.whole(value));
      case INT, DATE -> value -> ((IntColumn) column).append((int) UnpickledValues.whole(value));
      case LONG, TIMESTAMP -> value -> ((LongColumn) column).append(UnpickledValues.whole(value));
      case FLOAT -> value -> ((FloatColumn) column).append(((Double) value).floatValue());
      case DOUBLE -> value -> ((DoubleColumn) column).append((Double) value);
      case DECIMAL -> value -> ((LongColumn) column).append(UnpickledValues.unscaled(value));
      case STRING -> value -> ((BytesColumn) column).append(((String) value).getBytes(UTF_8));
      case BINARY -> value -> ((BytesColumn) column).append((byte[]) value);
      case LONG_ARRAY -> value -> UnpickledValues.appendList((ListColumn) column, value);
      case STRUCT -> value -> UnpickledValues.appendStruct((StructColumn) column, value);
      case STRING_LONG_MAP -> value -> UnpickledValues.appendMap((MapColumn) column, value);
    };
  }
}
