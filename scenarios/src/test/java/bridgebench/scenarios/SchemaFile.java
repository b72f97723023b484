package bridgebench.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** A JSON Schema in docs/, to validate with and to look into. */
public final class SchemaFile {

  private final JsonNode json;
  private final JsonSchema schema;

  /** The schema of this file name. */
  public SchemaFile(String name) throws IOException {
    Path root = Path.of(System.getProperty("bridgebench.root", ".."));
    json = new ObjectMapper().readTree(root.resolve("docs").resolve(name).toFile());
    schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(json);
  }

  /** What is wrong with a document; empty when it is valid. */
  public List<String> problems(JsonNode document) {
    return schema.validate(document).stream().map(ValidationMessage::toString).toList();
  }

  /** The strings of the array at a JSON pointer. */
  public List<String> strings(String pointer) {
    return StreamSupport.stream(json.at(pointer).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  /** The member names of the object at a JSON pointer. */
  public List<String> names(String pointer) {
    return json.at(pointer).properties().stream().map(java.util.Map.Entry::getKey).toList();
  }
}
