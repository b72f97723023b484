package bridgebench.scenarios.run;

import java.util.Arrays;
import java.util.Optional;

/** What a latency counts. Kinds answer different questions and are never mixed. */
public enum LatencyKind {
  /** Of a batch whose answer is awaited before the next is sent. */
  SERVICE("service"),

  /** Of a batch behind a writer that runs ahead: mostly the time of those before it. */
  RESIDENCE("residence"),

  /** Of a batch that is sent at a rate, from when it was due. */
  RESPONSE("response"),

  /** Of a message, to Python and back. */
  ROUND_TRIP("round-trip"),

  /** Of a Py4J call, as Python sees it. */
  CALL("call");

  private final String word;

  LatencyKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** The kind of this word; empty for one of a newer or another program. */
  public static Optional<LatencyKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
