package bridgebench.bridge.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import bridgebench.bridge.rows.BytesColumn;
import bridgebench.bridge.rows.Column;
import bridgebench.bridge.rows.ColumnBatch;
import bridgebench.bridge.rows.DoubleColumn;
import bridgebench.bridge.rows.LongColumn;
import bridgebench.scenarios.model.ColumnType;
import java.util.ArrayList;
import java.util.List;

/** Columns written by hand. */
final class TestColumns {

  private TestColumns() {}

  static Column doubles(Double... values) {
    DoubleColumn column = (DoubleColumn) Column.ofType(ColumnType.DOUBLE);
    for (Double value : values) {
      if (value == null) {
        column.appendNull();
      } else {
        column.append(value);
      }
    }
    return column;
  }

  static Column longs(Long... values) {
    LongColumn column = (LongColumn) Column.ofType(ColumnType.LONG);
    for (Long value : values) {
      if (value == null) {
        column.appendNull();
      } else {
        column.append(value);
      }
    }
    return column;
  }

  static Column strings(String... values) {
    BytesColumn column = (BytesColumn) Column.ofType(ColumnType.STRING);
    for (String value : values) {
      if (value == null) {
        column.appendNull();
      } else {
        column.append(value.getBytes(UTF_8));
      }
    }
    return column;
  }

  static ColumnBatch batch(Column... columns) {
    return new ColumnBatch() {
      @Override
      public int rows() {
        return columns[0].rows();
      }

      @Override
      public Column column(int index) {
        return columns[index];
      }
    };
  }

  static List<String> shown(Column column) {
    List<String> values = new ArrayList<>();
    for (int row = 0; row < column.rows(); row++) {
      values.add(column.show(row));
    }
    return values;
  }
}
