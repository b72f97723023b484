package bridgebench.bridge.rows;

import bridgebench.scenarios.model.ColumnType;

/** Copies the value at a cursor to the end of a column, through the getter of the column's type. */
public interface CursorCopy {

  /** Appends the cursor's value of this column, or a null. */
  void append(RowCursor cursor, int ordinal, Column target);

  /** The copy for columns of this type. */
  static CursorCopy of(ColumnType type) {
    CursorCopy value = valueOf(type);
    return (cursor, ordinal, target) -> {
      if (cursor.isNullAt(ordinal)) {
        target.appendNull();
      } else {
        value.append(cursor, ordinal, target);
      }
    };
  }

  private static CursorCopy valueOf(ColumnType type) {
    return switch (type) {
      case BOOLEAN, BYTE -> (c, i, target) -> ((ByteColumn) target).append(c.getByte(i));
      case SHORT -> (c, i, target) -> ((ShortColumn) target).append(c.getShort(i));
      case INT, DATE -> (c, i, target) -> ((IntColumn) target).append(c.getInt(i));
      case LONG, TIMESTAMP, DECIMAL -> (c, i, target) -> ((LongColumn) target).append(c.getLong(i));
      case FLOAT -> (c, i, target) -> ((FloatColumn) target).append(c.getFloat(i));
      case DOUBLE -> (c, i, target) -> ((DoubleColumn) target).append(c.getDouble(i));
      case STRING, BINARY, LONG_ARRAY, STRUCT, STRING_LONG_MAP ->
          (c, i, target) -> target.append(c.column(i), c.index(), 1);
    };
  }
}
