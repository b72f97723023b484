package bridgebench.bridge.codec.arrow;

import bridgebench.bridge.rows.LongColumn;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.ColumnType;
import java.util.List;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** Arrow's types for columns, as {@code docs/protocol/frames.md} lists them. */
final class ArrowFields {

  private static final int DECIMAL_DIGITS = 18;
  private static final int DECIMAL_BITS = 128;
  private static final ArrowType INT64 = new ArrowType.Int(64, true);
  private static final ArrowType UTF8 = new ArrowType.Utf8();

  private ArrowFields() {}

  static Schema schema(List<ColumnSpec> columns) {
    return new Schema(columns.stream().map(ArrowFields::field).toList());
  }

  /** A schema whose timestamps are instants, to be shown in this zone. */
  static Schema schema(List<ColumnSpec> columns, String zone) {
    return new Schema(columns.stream().map(column -> zoned(column, zone)).toList());
  }

  private static Field zoned(ColumnSpec column, String zone) {
    return column.type() == ColumnType.TIMESTAMP
        ? new Field(
            column.name(),
            new FieldType(
                column.nullable(), new ArrowType.Timestamp(TimeUnit.MICROSECOND, zone), null),
            null)
        : field(column);
  }

  static Field field(ColumnSpec column) {
    return new Field(
        column.name(),
        new FieldType(column.nullable(), type(column.type()), null),
        children(column.type()));
  }

  private static ArrowType type(ColumnType type) {
    return switch (type) {
      case BOOLEAN -> new ArrowType.Bool();
      case BYTE -> new ArrowType.Int(8, true);
      case SHORT -> new ArrowType.Int(16, true);
      case INT -> new ArrowType.Int(32, true);
      case LONG -> INT64;
      case FLOAT -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
      case DOUBLE -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
      case DECIMAL ->
          new ArrowType.Decimal(DECIMAL_DIGITS, LongColumn.DECIMAL_PLACES, DECIMAL_BITS);
      case STRING -> UTF8;
      case BINARY -> new ArrowType.Binary();
      case DATE -> new ArrowType.Date(DateUnit.DAY);
      case TIMESTAMP -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, null);
      case LONG_ARRAY -> new ArrowType.List();
      case STRUCT -> new ArrowType.Struct();
      case STRING_LONG_MAP -> new ArrowType.Map(false);
    };
  }

  private static List<Field> children(ColumnType type) {
    return switch (type) {
      case LONG_ARRAY -> List.of(Field.nullable("item", INT64));
      case STRUCT -> List.of(Field.nullable("a", INT64), Field.nullable("b", UTF8));
      case STRING_LONG_MAP ->
          List.of(
              new Field(
                  "entries",
                  FieldType.notNullable(new ArrowType.Struct()),
                  List.of(
                      new Field("key", FieldType.notNullable(UTF8), null),
                      Field.nullable("value", INT64))));
      default -> List.of();
    };
  }
}
