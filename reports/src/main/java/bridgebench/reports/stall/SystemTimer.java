package bridgebench.reports.stall;

import java.util.Arrays;
import java.util.Optional;

/**
 * A constant of Linux's TCP that shows up as a time of its own where a program waits for it. The
 * kernel's timers never end early; what they delay is seen a little later, with what the operation
 * itself takes.
 */
public enum SystemTimer {
  /** {@code TCP_DELACK_MIN}: how long an acknowledgement may wait for data to travel with. */
  DELAYED_ACKNOWLEDGEMENT("the delayed acknowledgement of TCP", 40e6, 48e6),
  /** {@code TCP_RTO_MIN}: the least time after which unacknowledged data is sent again. */
  RETRANSMISSION("the retransmission timer of TCP", 200e6, 220e6);

  // Jiffies and the clock's own rounding.
  private static final double EARLIEST = 0.975;

  private final String words;
  private final double nanos;
  private final double latestNanos;

  SystemTimer(String words, double nanos, double latestNanos) {
    this.words = words;
    this.nanos = nanos;
    this.latestNanos = latestNanos;
  }

  /** For example "the delayed acknowledgement of TCP". */
  public String words() {
    return words;
  }

  /** Its nominal duration. */
  public double nanos() {
    return nanos;
  }

  /** The timer that a time, or an unexplained part of one, is near to. */
  public static Optional<SystemTimer> near(double nanos) {
    return Arrays.stream(values())
        .filter(timer -> nanos >= EARLIEST * timer.nanos && nanos <= timer.latestNanos)
        .findFirst();
  }
}
