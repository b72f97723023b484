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
