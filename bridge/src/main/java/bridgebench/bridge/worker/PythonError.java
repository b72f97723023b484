package bridgebench.bridge.worker;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Python said in an ERROR frame that it failed. */
public final class PythonError extends IOException {

  private static final JsonMapper JSON = new JsonMapper();

  private final String traceback;

  private PythonError(String message, String traceback) {
    super(message);
    this.traceback = traceback;
  }

  /** Reads the body of an ERROR frame; one that is no JSON is shown as it is. */
  public static PythonError of(byte[] body) throws IOException {
    try {
      JsonNode error = JSON.readTree(body);
      String message = error.path("kind").asText() + ": " + error.path("message").asText();
      return new PythonError(message, error.path("traceback").asText());
    } catch (JacksonException e) {
      return new PythonError("unreadable error", new String(body, StandardCharsets.UTF_8));
    }
  }

  /** The Python traceback, as Python prints it. */
  public String traceback() {
    return traceback;
  }
}
