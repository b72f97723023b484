package bridgebench.bridge.frame;

import java.io.IOException;

/** The other end broke the protocol, or ended. The message says what was expected and what came. */
public final class FrameException extends IOException {

  /** How the frame was wrong. */
  public enum Fault {
    /** The channel ended between two frames. */
    ENDED,
    /** The channel ended inside a frame. */
    CUT,
    /** A length that is negative or above the limit. */
    LENGTH,
    /** A type byte that the protocol does not know, or not here. */
    KIND,
    /** A body that does not say what it should. */
    BODY
  }

  private final Fault fault;

  public FrameException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }

  /** Whether the other end is gone, as opposed to talking nonsense. */
  public boolean channelEnded() {
    return fault == Fault.ENDED || fault == Fault.CUT;
  }
}
