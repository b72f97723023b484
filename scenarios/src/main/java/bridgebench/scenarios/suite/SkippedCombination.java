package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.Axis;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A combination that the cross product of a question's axes holds but that cannot be measured.
 *
 * @param axes the combination's values on the question's axes
 * @param reason why it is impossible
 */
public record SkippedCombination(Map<Axis, String> axes, String reason) {

  public SkippedCombination {
    EnumMap<Axis, String> ordered = new EnumMap<>(Axis.class);
    ordered.putAll(axes);
    axes = Collections.unmodifiableMap(ordered);
  }
}
