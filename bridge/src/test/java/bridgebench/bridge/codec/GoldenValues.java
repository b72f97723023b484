package bridgebench.bridge.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import bridgebench.scenarios.model.AxisWord;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.ColumnType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/** The rows of values.json as typed columns. */
final class GoldenValues {

  private final List<ColumnSpec> columns = new ArrayList<>();
  private final JsonNode rows;

  private GoldenValues(JsonNode file) {
    rows = file.get("rows");
    for (JsonNode column : file.get("columns")) {
      columns.add(
          new ColumnSpec(
              column.get("name").asText(),
              AxisWord.of(ColumnType.class, column.get("type").asText()),
              true,
              0));
    }
  }

  static GoldenValues read(Path file) throws IOException {
    return new GoldenValues(new ObjectMapper().readTree(file.toFile()));
  }

  List<ColumnSpec> columns() {
    return columns;
  }

  int rows() {
    return rows.size();
  }

  Column column(int index) {
    Column column = Column.ofType(columns.get(index).type());
    for (JsonNode row : rows) {
      JsonNode value = row.get(index);
      if (value.isNull()) {
        column.appendNull();
      } else {
        append(column, value);
      }
    }
    return column;
  }

  private static void append(Column column, JsonNode value) {
    switch (column.type()) {
      case BOOLEAN -> ((ByteColumn) column).append((byte) (value.asBoolean() ? 1 : 0));
      case BYTE -> ((ByteColumn) column).append((byte) value.asInt());
      case SHORT -> ((ShortColumn) column).append((short) value.asInt());
      case INT, DATE -> ((IntColumn) column).append(value.asInt());
      case LONG, TIMESTAMP -> ((LongColumn) column).append(value.asLong());
      case FLOAT -> ((FloatColumn) column).append(Float.parseFloat(value.asText()));
      case DOUBLE -> ((DoubleColumn) column).append(Double.parseDouble(value.asText()));
      case DECIMAL ->
          ((LongColumn) column).append(new BigDecimal(value.asText()).unscaledValue().longValue());
      case STRING -> ((BytesColumn) column).append(value.asText().getBytes(UTF_8));
      case BINARY -> ((BytesColumn) column).append(HexFormat.of().parseHex(value.asText()));
      case LONG_ARRAY -> appendList((ListColumn) column, value);
      case STRUCT -> appendStruct((StructColumn) column, value);
      case STRING_LONG_MAP -> appendMap((MapColumn) column, value);
    }
  }

  private static void appendList(ListColumn column, JsonNode value) {
    value.forEach(element -> column.elements().append(element.asLong()));
    column.appendList(value.size());
  }

  private static void appendStruct(StructColumn column, JsonNode value) {
    column.a().append(value.get("a").asLong());
    column.b().append(value.get("b").asText().getBytes(UTF_8));
    column.appendStruct();
  }

  private static void appendMap(MapColumn column, JsonNode value) {
    TreeSet<String> keys = new TreeSet<>();
    value.fieldNames().forEachRemaining(keys::add);
    for (String key : keys) {
      column.keys().append(key.getBytes(UTF_8));
      column.values().append(value.get(key).asLong());
    }
    column.appendMap(keys.size());
  }
}
