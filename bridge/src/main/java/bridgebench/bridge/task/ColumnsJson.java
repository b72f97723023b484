package bridgebench.bridge.task;

import bridgebench.scenarios.model.AxisWord;
import bridgebench.scenarios.model.ColumnSpec;
import bridgebench.scenarios.model.ColumnType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/** Columns as both sides describe them to each other, in SETUP frames and over Py4J. */
public final class ColumnsJson {

  private static final JsonMapper JSON = new JsonMapper();

  private ColumnsJson() {}

  /** An array of objects with {@code name}, {@code type} and {@code nullable}. */
  public static ArrayNode write(List<ColumnSpec> columns) {
    ArrayNode array = JSON.createArrayNode();
    for (ColumnSpec column : columns) {
      array
          .addObject()
          .put("name", column.name())
          .put("type", column.type().word())
          .put("nullable", column.nullable());
    }
    return array;
  }

  /**
   * The columns of such an array.
   *
   * @throws IllegalArgumentException when the text is no such array
   */
  public static List<ColumnSpec> read(String json) {
    List<ColumnSpec> columns = new ArrayList<>();
    try {
      for (JsonNode column : JSON.readTree(json)) {
        columns.add(
            new ColumnSpec(
                column.path("name").asText(),
                AxisWord.of(ColumnType.class, column.path("type").asText()),
                column.path("nullable").asBoolean(),
                0));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("expected columns as JSON, got " + json, e);
    }
    return columns;
  }
}
