package bridgebench.reports;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;

/** What is true of a synthetic driver: time per operation, near what one machine measured. */
final class SyntheticDriver {

  /** From here on a py4j call that returns bytes waits for a delayed acknowledgement. */
  private static final long STALL_FROM_BYTES = 8 << 10;

  private static final double STALL_NANOS = 43.5e6;

  private SyntheticDriver() {}

  static double operationNanos(Scenario scenario) {
    return switch (scenario.path()) {
      case CALL -> callNanos(scenario);
      case COLLECT -> 0.3e6 + 2_000 * scenario.rows();
      case TO_PANDAS ->
          scenario.require(Axis.MODE).equals("arrow")
              ? 6e6 + 90 * scenario.rows()
              : 0.8e6 + 2_300 * scenario.rows();
      case TO_ARROW -> 3e6 + 60 * scenario.rows();
      case CREATE_DATAFRAME ->
          scenario.require(Axis.MODE).equals("arrow")
              ? 5e6 + 150 * scenario.rows()
              : 1e6 + 3_000 * scenario.rows();
      case PARALLELIZE -> 0.5e6 + 900 * scenario.rows();
      case COUNT, AGGREGATE ->
          "python".equals(scenario.word(Axis.PLACE))
              ? 8e6 + 110 * scenario.rows()
              : 0.2e6 + 5 * scenario.rows();
      case SHOW -> 0.4e6;
      case RANGE -> 0.05e6;
      default -> throw new IllegalArgumentException(scenario.id() + " is not on the driver");
    };
  }

  private static double callNanos(Scenario scenario) {
    String word = scenario.word(Axis.MESSAGE_BYTES);
    long bytes = word == null ? 0 : Long.parseLong(word);
    boolean stalls = scenario.require(Axis.CALL).equals("bytes-out") && bytes >= STALL_FROM_BYTES;
    return 35_000 + 12.0 * bytes + (stalls ? STALL_NANOS : 0);
  }
}
