package bridgebench.bridge.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The JSON bodies in {@code docs/protocol/golden}, and what two bodies must have in common. */
public final class GoldenBodies {

  private static final Path FOLDER =
      Path.of(System.getProperty("bridgebench.root", ".."), "docs", "protocol", "golden");
  private static final JsonMapper JSON = new JsonMapper();

  private GoldenBodies() {}

  /** The names in a golden body, with the kinds of their values. */
  public static Map<String, JsonNodeType> keysOf(String file) throws IOException {
    byte[] frame = Files.readAllBytes(FOLDER.resolve(file));
    return keysOf(Arrays.copyOfRange(frame, FrameWriter.HEADER_BYTES, frame.length));
  }

  /** The names in a body, of objects within objects and of a list's first element too. */
  public static Map<String, JsonNodeType> keysOf(byte[] body) throws IOException {
    Map<String, JsonNodeType> keys = new TreeMap<>();
    add(keys, "", JSON.readTree(body));
    return keys;
  }

  private static void add(Map<String, JsonNodeType> keys, String name, JsonNode value) {
    keys.put(name, value.getNodeType());
    value.properties().forEach(e -> add(keys, name + "/" + e.getKey(), e.getValue()));
    if (value.isArray() && !value.isEmpty()) {
      add(keys, name + "[]", value.get(0));
    }
  }
}
