package bridgebench.reports.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What makes a machine another one: its processor, its cores, its architecture, the limits of the
 * container and its memory. Comparisons of runs and the trends of the index ask here.
 *
 * @param facts the facts that the environment states, by key
 */
public record MachineIdentity(Map<String, String> facts) {

  private static final String MEMORY = "memory.bytes";

  /** The facts that count, in the order in which a reader wants them. */
  static final List<String> FACTS =
      List.of(
          "cpu.model",
          "cpu.identifier",
          "cpu.logicalCores",
          "cpu.physicalCores",
          "os.arch",
          "container.cpuLimit",
          "container.memoryLimit",
          MEMORY);

  /** Kernel and firmware keep another few megabytes back after each start. */
  private static final double MEMORY_TOLERANCE = 1.0 / 16;

  /**
   * The identity that an environment's facts make.
   *
   * @param environment facts of the machine and the programs by key
   */
  public static MachineIdentity of(Map<String, String> environment) {
    Map<String, String> facts = new LinkedHashMap<>(environment);
    facts.keySet().retainAll(FACTS);
    return new MachineIdentity(facts);
  }

  /** Whether the environment names its machine at all. */
  public boolean isStated() {
    return !facts.isEmpty();
  }

  /** Whether both or neither are stated, and no fact that both state differs. */
  public boolean agreesWith(MachineIdentity other) {
    return isStated() == other.isStated()
        && facts.keySet().stream()
            .filter(other.facts::containsKey)
            .allMatch(
                fact ->
                    agree(
                        fact,
                        Objects.requireNonNull(facts.get(fact)),
                        Objects.requireNonNull(other.facts.get(fact))));
  }

  private static boolean agree(String fact, String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    try {
      double ratio = Double.parseDouble(one) / Double.parseDouble(other);
      return fact.equals(MEMORY) && Math.max(ratio, 1 / ratio) <= 1 + MEMORY_TOLERANCE;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
