package bridgebench.bridge.transport;

import java.io.IOException;

/** The worker did not come to the meeting place. */
public final class NobodyCameException extends IOException {

  private final int turnedAway;

  public NobodyCameException(String message, int turnedAway) {
    super(message);
    this.turnedAway = turnedAway;
  }

  /** How many peers came that did not know the secret. */
  public int turnedAway() {
    return turnedAway;
  }
}
