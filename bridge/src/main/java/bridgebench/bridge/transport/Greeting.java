package bridgebench.bridge.transport;

import bridgebench.bridge.frame.FrameException;
import bridgebench.bridge.frame.FrameException.Fault;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * What the JVM expects to hear first from the worker: the body of a HELLO frame.
 *
 * @param protocol the version both sides must speak
 */
public record Greeting(int protocol, Secret secret) {

  /** The version that this program speaks. */
  public static final int PROTOCOL = 1;

  /** A HELLO is never longer: a stranger cannot make us allocate more. */
  public static final int MAX_BYTES = 4096;

  private static final JsonMapper JSON = new JsonMapper();

  /** A greeting in this program's version, with a secret of its own. */
  public static Greeting fresh() {
    return new Greeting(PROTOCOL, Secret.random());
  }

  /**
   * The process id of the worker that sent this HELLO; empty for a peer that does not know the
   * secret.
   *
   * @throws FrameException when it knows the secret but speaks another version
   */
  public Optional<Long> admit(byte[] helloBody) throws IOException {
    JsonNode hello;
    try {
      hello = JSON.readTree(helloBody);
    } catch (JacksonException e) {
      return Optional.empty();
    }
    if (!secret.matches(hello.path("secret").asText())) {
      return Optional.empty();
    }
    int theirs = hello.path("protocol").asInt(-1);
    if (theirs != protocol) {
      throw new FrameException(
          Fault.BODY,
          "the worker speaks protocol "
              + theirs
              + ", expected "
              + protocol
              + ": the Python package is not the one that belongs to this program");
    }
    return Optional.of(hello.path("pid").asLong());
  }
}
