package bridgebench.bridge.driver;

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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.StringJoiner;

/** A value as Spark writes it in a shown table. */
final class CellText {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .toFormatter();
  private static final long MICROS = 1_000_000;

  private CellText() {}

  static String of(Column column, int row, ZoneId zone) {
    if (column.isNull(row)) {
      return "NULL";
    } else if (column instanceof LongColumn longs) {
      return ofLong(longs.type(), longs.values()[row], zone);
    } else if (column instanceof IntColumn ints) {
      return ints.type() == ColumnType.DATE
          ? LocalDate.ofEpochDay(ints.values()[row]).toString()
          : Integer.toString(ints.values()[row]);
    } else if (column instanceof DoubleColumn doubles) {
      return Double.toString(doubles.values()[row]);
    } else if (column instanceof FloatColumn floats) {
      return Float.toString(floats.values()[row]);
    } else if (column instanceof ShortColumn shorts) {
      return Short.toString(shorts.values()[row]);
    } else if (column instanceof ByteColumn bytes) {
      return bytes.type() == ColumnType.BOOLEAN
          ? Boolean.toString(bytes.values()[row] != 0)
          : Byte.toString(bytes.values()[row]);
    } else if (column instanceof BytesColumn text) {
      return text.type() == ColumnType.STRING ? text.string(row) : binary(text, row);
    }
    return nested(column, row, zone);
  }

  private static String ofLong(ColumnType type, long value, ZoneId zone) {
    return switch (type) {
      case DECIMAL -> BigDecimal.valueOf(value, LongColumn.DECIMAL_PLACES).toPlainString();
      case TIMESTAMP -> timestamp(value, zone);
      default -> Long.toString(value);
    };
  }

  private static String timestamp(long micros, ZoneId zone) {
    Instant instant =
        Instant.ofEpochSecond(
            Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000L);
    return TIMESTAMP.format(LocalDateTime.ofInstant(instant, zone));
  }

  private static String binary(BytesColumn column, int row) {
    return "[" + HEX.formatHex(column.data(), column.start(row), column.start(row + 1)) + "]";
  }

  private static String nested(Column column, int row, ZoneId zone) {
    if (column instanceof StructColumn structs) {
      return "{" + of(structs.a(), row, zone) + ", " + of(structs.b(), row, zone) + "}";
    }
    if (column instanceof ListColumn lists) {
      StringJoiner text = new StringJoiner(", ", "[", "]");
      for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
        text.add(of(lists.elements(), i, zone));
      }
      return text.toString();
    }
    MapColumn maps = (MapColumn) column;
    StringJoiner text = new StringJoiner(", ", "{", "}");
    for (int i = maps.offsets()[row]; i < maps.offsets()[row + 1]; i++) {
      text.add(of(maps.keys(), i, zone) + " -> " + of(maps.values(), i, zone));
    }
    return text.toString();
  }
}
