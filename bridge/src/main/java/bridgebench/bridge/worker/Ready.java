package bridgebench.bridge.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a worker says of itself once it is set up.
 *
 * @param pid its process id
 * @param versions of Python and of the packages that are loaded
 * @param timesNanos {@code time.monotonic_ns()} readings: started, imported, connected,
 *     functionLoaded
 * @param effective what the operating system says is in force on its end
 */
public record Ready(
    long pid,
    Map<String, String> versions,
    Map<String, Long> timesNanos,
    Map<String, String> effective) {

  private static final JsonMapper JSON = new JsonMapper();

  static Ready of(byte[] body) throws IOException {
    JsonNode ready = JSON.readTree(body);
    Map<String, Long> times = new LinkedHashMap<>();
    ready
        .path("timesNanos")
        .properties()
        .forEach(e -> times.put(e.getKey(), e.getValue().asLong()));
    return new Ready(
        ready.path("pid").asLong(),
        texts(ready.path("versions")),
        times,
        texts(ready.path("effective")));
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
    return texts;
  }
}
