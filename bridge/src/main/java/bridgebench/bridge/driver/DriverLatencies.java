package bridgebench.bridge.driver;

import bridgebench.scenarios.run.LatencyKind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** How long each call took, as Python saw it. */
final class DriverLatencies {

  private static final int DIGITS = 3;

  private final boolean recorded;
  private Histogram nanos = new Histogram(DIGITS);

  /**
   * @param recorded whether latencies are wanted
   */
  DriverLatencies(boolean recorded) {
    this.recorded = recorded;
  }

  /** Adds the calls of one block: a list of nanoseconds. */
  void add(JsonNode calls) {
    if (recorded) {
      calls.forEach(call -> nanos.recordValue(Math.max(1, call.asLong())));
    }
  }

  /** Under {@code call}; empty when there were no calls. */
  Map<String, Histogram> byKind() {
    return nanos.getTotalCount() == 0 ? Map.of() : Map.of(LatencyKind.CALL.word(), nanos);
  }

  void reset() {
    nanos = new Histogram(DIGITS);
  }
}
