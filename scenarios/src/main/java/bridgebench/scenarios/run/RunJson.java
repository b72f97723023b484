package bridgebench.scenarios.run;

import bridgebench.scenarios.model.Axis;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * How this package's records are spelled in JSON: axes by their suite names, instants in ISO 8601,
 * unknown members ignored so that a later version may add some.
 */
public final class RunJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(axes())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RunJson() {}

  /** A mapper for the records of this package; a copy, which callers may configure. */
  public static ObjectMapper mapper() {
    return MAPPER.copy();
  }

  private static SimpleModule axes() {
    return new SimpleModule("axes")
        .addSerializer(Axis.class, new AxisWriter())
        .addDeserializer(Axis.class, new AxisReader())
        .addKeySerializer(Axis.class, new AxisKeyWriter())
        .addKeyDeserializer(Axis.class, new AxisKeyReader());
  }

  private static Axis axis(String name, DeserializationContext context)
      throws JsonMappingException {
    return Axis.named(name)
        .orElseThrow(
            () ->
                JsonMappingException.from(
                    context, "unknown axis '" + name + "': expected one of " + Axis.suiteNames()));
  }

  private static final class AxisWriter extends JsonSerializer<Axis> {
    @Override
    public void serialize(Axis axis, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(axis.suiteName());
    }
  }

  private static final class AxisKeyWriter extends JsonSerializer<Axis> {
    @Override
    public void serialize(Axis axis, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeFieldName(axis.suiteName());
    }
  }

  private static final class AxisReader extends JsonDeserializer<Axis> {
    @Override
    public Axis deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return axis(json.getText(), context);
    }
  }

  private static final class AxisKeyReader extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      return axis(key, context);
    }
  }
}
