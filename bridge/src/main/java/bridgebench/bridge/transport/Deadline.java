package bridgebench.bridge.transport;

import java.time.Duration;

/** A point in time by which something must have happened. */
public final class Deadline {

  private final Duration patience;
  private final long atNanos;

  private Deadline(Duration patience) {
    this.patience = patience;
    this.atNanos = System.nanoTime() + patience.toNanos();
  }

  /** The point that lies this far ahead of now. */
  public static Deadline in(Duration patience) {
    return new Deadline(patience);
  }

  public boolean passed() {
    return remainingNanos() <= 0;
  }

  /** What is left, negative once it has passed. */
  public long remainingNanos() {
    return atNanos - System.nanoTime();
  }

  /** How long it was when it was set, for messages. */
  @Override
  public String toString() {
    return patience.toMillis() / 1000.0 + " s";
  }
}
