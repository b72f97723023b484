package bridgebench.bridge.codec;

import bridgebench.bridge.BridgeException;
import org.jspecify.annotations.Nullable;

/** The body of a frame is not what its sender promised. */
public final class MalformedBodyException extends BridgeException {

  /** A body that cannot be read, with what was expected. */
  public MalformedBodyException(String message) {
    this(message, null);
  }

  /** A body at which a library gave up. */
  public MalformedBodyException(String message, @Nullable Throwable cause) {
    super(Kind.PROTOCOL, message, "", cause);
  }
}
