package bridgebench.bridge.driver.plan;

import bridgebench.bridge.rows.BytesColumn;
import bridgebench.bridge.rows.Column;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.ColumnType;
import org.jspecify.annotations.Nullable;

/** Values by which rows are joined and grouped, as objects that know when they are equal. */
final class Keys {

  private Keys() {}

  static ColumnSpec require(ColumnSpec column, String what) {
    if (!column.type().isWhole() && column.type() != ColumnType.STRING) {
      throw new PlanException(
          what
              + " needs a key of whole numbers or strings: '"
              + column.name()
              + "' is of type "
              + column.type().word());
    }
    return column;
  }

  /** The key in a row, or null. */
  static @Nullable Object at(Column column, int row) {
    if (column.isNull(row)) {
      return null;
    }
    return column instanceof BytesColumn text ? text.string(row) : Numbers.wholeAt(column, row);
  }
}
