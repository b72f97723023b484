package bridgebench.reports;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** What is true of a synthetic driver: time per operation, near what one machine measured. */
final class SyntheticDriver {

  /** From here on a py4j call that returns bytes waits for a delayed acknowledgement. */
  private static final long STALL_FROM_BYTES = 8 << 10;

  private static final double STALL_NANOS = 43.5e6;

  private static final long PLAN_NANOS = 180_000;
  private static final long IDLE_BYTES = 130L << 20;
  private static final long HEAP_BYTES = 12L << 20;
  private static final long ROW_BYTES = 32;

  private SyntheticDriver() {}

  /** Whether a scenario acts on rows of the driver. */
  static boolean isOn(Scenario scenario) {
    return switch (scenario.path()) {
      case COLLECT, TO_PANDAS, TO_ARROW, CREATE_DATAFRAME, PARALLELIZE, COUNT, AGGREGATE -> true;
      default -> false;
    };
  }

  /**
   * Pickled rows need nine times the data in Python and four in the JVM, Arrow two and one; work
   * that stays in the JVM needs nothing in Python.
   */
  static Map<String, Long> memory(Scenario scenario, Random random) {
    long data = ROW_BYTES * scenario.rows();
    boolean isPickled = "pickle".equals(scenario.word(Axis.MODE));
    Map<String, Long> bytes = new LinkedHashMap<>();
    bytes.put("data", data);
    boolean staysInJvm = "jvm".equals(scenario.word(Axis.PLACE));
    long inPython = staysInJvm ? 0 : (isPickled ? 9 : 2) * data + random.nextInt(99);
    long inJvm = (isPickled ? 4 : 1) * data;
    bytes.put("python.peakGrowth", inPython);
    bytes.put("python.peakResident", IDLE_BYTES + inPython);
    bytes.put("python.retainedResident", IDLE_BYTES + data / 10);
    bytes.put("python.objects", isPickled ? 4 * scenario.rows() : 200);
    bytes.put("jvm.heapRetained", HEAP_BYTES);
    bytes.put("jvm.heapGrowth", inJvm);
    bytes.put("jvm.heapPeak", 3 * HEAP_BYTES + inJvm);
    bytes.put("jvm.arrowPeak", 0L);
    return bytes;
  }

  static Map<String, Long> stages(long durationNanos, long operations) {
    long plan = PLAN_NANOS * operations;
    long rest = durationNanos - plan;
    return Map.of(
        "python.plan", plan,
        "python.read", rest / 2,
        "python.cycle-search", rest / 50,
        "python.rows", rest / 10,
        "python.to-pandas", rest / 3);
  }

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
