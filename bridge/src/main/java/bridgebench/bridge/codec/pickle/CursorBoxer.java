package bridgebench.bridge.codec.pickle;

import bridgebench.bridge.rows.RowCursor;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.scenarios.model.ColumnSpec;
import java.util.List;

/** Boxes values row by row through the cursor's typed getters, as Spark does from InternalRow. */
final class CursorBoxer implements RowBoxer {

  private final RowCursor cursor;
  private final Getter[] getters;

  CursorBoxer(RowWindow window) {
    this.cursor = window.cursor();
    List<ColumnSpec> columns = window.shape().columns();
    this.getters = new Getter[columns.size()];
    for (int i = 0; i < getters.length; i++) {
      getters[i] = getter(columns.get(i), i, cursor);
    }
  }

  @Override
  public Object[] rows(long firstRow, int count) {
    Object[] rows = new Object[count];
    cursor.moveTo(firstRow);
    for (int i = 0; i < count; i++) {
      rows[i] = row();
      cursor.next();
    }
    return rows;
  }

  private Object[] row() {
    Object[] row = new Object[getters.length];
    for (int i = 0; i < row.length; i++) {
      if (!cursor.isNullAt(i)) {
        row[i] = getters[i].get(cursor, i);
      }
    }
    return row;
  }

  private interface Getter {
    Object get(RowCursor cursor, int ordinal);
  }

  private static Getter getter(ColumnSpec column, int ordinal, RowCursor cursor) {
    return switch (column.type()) {
      case BOOLEAN -> RowCursor::getBoolean;
      case BYTE -> RowCursor::getByte;
      case SHORT -> RowCursor::getShort;
      case INT, DATE -> RowCursor::getInt;
      case LONG, TIMESTAMP -> RowCursor::getLong;
      case FLOAT -> RowCursor::getFloat;
      case DOUBLE -> RowCursor::getDouble;
      case DECIMAL -> (c, i) -> Boxes.decimal(c.getLong(i));
      case STRING, BINARY, LONG_ARRAY, STRUCT, STRING_LONG_MAP ->
          atIndex(ValueBoxer.of(cursor.column(ordinal)));
    };
  }

  private static Getter atIndex(ValueBoxer boxer) {
    return (cursor, ordinal) -> boxer.boxed(cursor.index());
  }
}
