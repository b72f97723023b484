package bridgebench.scenarios.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run was measured on, as facts by dotted key: {@code cpu.model}, {@code cpu.logicalCores},
 * {@code os.kernel}, {@code container.cpuLimit}, {@code jvm.version}, {@code git.commit}, {@code
 * python.version}, {@code python.pyarrow}, …
 */
public record Environment(@JsonValue SortedMap<String, String> facts) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Environment {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** Name of the fact that says where the suite's file lies, whose commit is recorded. */
  public static final String SUITE_FOLDER = "suite.folder";

  /**
   * Name of the fact that says how many nanoseconds an idle core took to run a waiting thread when
   * the run began; absent on a single core.
   */
  public static final String WAKE_UP_NANOS = "cpu.wakeUpNanos";

  /** Name of the fact that says how long nothing may move before a task fails. */
  public static final String DEADLINE = "run.deadline";

  /**
   * Whether a fact may differ though neither machine nor software has changed: those of the moment,
   * where files lie, and how patient the run is.
   */
  public static boolean isIncidental(String fact) {
    return fact.startsWith("load.")
        || fact.equals("memory.availableBytes")
        || fact.equals(WAKE_UP_NANOS)
        || fact.equals(SUITE_FOLDER)
        || fact.equals(DEADLINE);
  }

  /**
   * The facts that differ in another environment: key to {@code "here → there"}, with {@code
   * "(absent)"} for a fact that one of them lacks.
   */
  public SortedMap<String, String> differences(Environment other) {
    SortedMap<String, String> differences = new TreeMap<>();
    SortedMap<String, String> all = new TreeMap<>(facts);
    all.putAll(other.facts);
    for (String key : all.keySet()) {
      String here = facts.getOrDefault(key, "(absent)");
      String there = other.facts.getOrDefault(key, "(absent)");
      if (!here.equals(there)) {
        differences.put(key, here + " → " + there);
      }
    }
    return differences;
  }
}
