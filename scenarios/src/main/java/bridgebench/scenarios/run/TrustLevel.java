package bridgebench.scenarios.run;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far the machine around a run's forks can be trusted; declared from best to worst. */
public enum TrustLevel {
  /** Nothing around the forks is known to have disturbed them. */
  GREEN("green"),
  /** The system offers no counters that could be judged. */
  UNKNOWN("unknown"),
  /** Something may have moved figures; the reasons say what. */
  AMBER("amber"),
  /** Something has disturbed so many forks that the figures speak of it too. */
  RED("red");

  private final String word;

  TrustLevel(String word) {
    this.word = word;
  }

  /** The spelling in files, on the command line and in reports. */
  @JsonValue
  public String word() {
    return word;
  }

  /** The worse of the two. */
  public TrustLevel orWorse(TrustLevel other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
