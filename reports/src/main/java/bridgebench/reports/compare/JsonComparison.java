package bridgebench.reports.compare;

import bridgebench.reports.findings.Verdict;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;

/** A comparison as JSON: the records' own members; a value that does not exist is null. */
public final class JsonComparison {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).registerModule(words());

  private JsonComparison() {}

  private static SimpleModule words() {
    return new SimpleModule()
        .addSerializer(
            Verdict.class,
            new JsonSerializer<Verdict>() {
              @Override
              public void serialize(
                  Verdict verdict, JsonGenerator json, SerializerProvider provider)
                  throws IOException {
                json.writeString(verdict.words());
              }
            })
        .addSerializer(
            MachineAgreement.class,
            new JsonSerializer<MachineAgreement>() {
              @Override
              public void serialize(
                  MachineAgreement machine, JsonGenerator json, SerializerProvider provider)
                  throws IOException {
                json.writeString(machine.name().toLowerCase(Locale.ROOT));
              }
            });
  }

  public static String of(RunComparison comparison) {
    try {
      return MAPPER.writeValueAsString(withoutNaN(MAPPER.valueToTree(comparison))) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a comparison consists of plain values", e);
    }
  }

  /** JSON has no NaN; Jackson would write it as a word. */
  private static JsonNode withoutNaN(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(entry -> entry.setValue(withoutNaN(entry.getValue())));
      return object;
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, withoutNaN(array.get(i)));
      }
      return array;
    }
    boolean noNumber = node.isDouble() && !Double.isFinite(node.doubleValue());
    return noNumber ? NullNode.getInstance() : node;
  }
}
