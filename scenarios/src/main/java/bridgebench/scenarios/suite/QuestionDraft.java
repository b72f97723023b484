package bridgebench.scenarios.suite;

import bridgebench.scenarios.model.Axis;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A question as written, before it is expanded.
 *
 * @param node where it is
 * @param scalars the question's own value for axes that it does not vary
 * @param axes the axes that it varies; null when the question has no {@code axes}
 * @param includes extra combinations
 * @param excludes combinations to leave out
 */
record QuestionDraft(
    Node node,
    String id,
    String ask,
    Map<Axis, AxisChoice> scalars,
    @Nullable Map<Axis, AxisChoice> axes,
    List<CombinationRule> includes,
    List<CombinationRule> excludes,
    @Nullable CompareDraft compare,
    Timing timing) {

  /** An entry of include or exclude. */
  record CombinationRule(Node node, Map<Axis, AxisChoice> axes) {}

  /** What to compare, with the places to complain about. */
  record CompareDraft(Node node, Axis axis, Node baselineNode, String baseline) {}
}
