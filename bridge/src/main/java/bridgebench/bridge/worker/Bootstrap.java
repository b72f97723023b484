package bridgebench.bridge.worker;

import bridgebench.bridge.transport.Greeting;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;

/** Bodies of BOOTSTRAP and FORK frames. */
final class Bootstrap {

  private static final JsonMapper JSON = new JsonMapper();

  private Bootstrap() {}

  /** What every worker is told; the transport's own keys are added by its meeting place. */
  static ObjectNode forWorker(Greeting greeting, long maxFrameBytes, List<String> preload) {
    ObjectNode body = forDaemon(preload);
    body.put("secret", greeting.secret().hex());
    body.put("maxFrameBytes", maxFrameBytes);
    return body;
  }

  static ObjectNode forDaemon(List<String> preload) {
    ObjectNode body = JSON.createObjectNode().put("protocol", Greeting.PROTOCOL);
    ArrayNode packages = body.putArray("preload");
    preload.forEach(packages::add);
    return body;
  }

  static byte[] bytes(ObjectNode body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
