package bridgebench.reports.findings;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sorts a question's axes by what they do for its arms.
 *
 * @param varied the fewest axes that tell every arm from the others, the compared one always among
 *     them; in the order of {@link Axis}
 * @param bound the axes that differ too but follow from the varied ones, such as a mode's own batch
 *     size or an option that one transport has
 * @param common the axes whose word is the same wherever they apply
 */
record QuestionAxes(List<Axis> varied, List<Axis> bound, Map<Axis, String> common) {

  static QuestionAxes of(List<Scenario> scenarios, @Nullable Axis compared) {
    List<Axis> order = new ArrayList<>();
    if (compared != null) {
      order.add(compared);
    }
    Arrays.stream(Axis.values()).filter(axis -> axis != compared).forEach(order::add);
    List<Axis> varied = new ArrayList<>();
    List<Axis> bound = new ArrayList<>();
    Map<Axis, String> common = new EnumMap<>(Axis.class);
    for (Axis axis : order) {
      List<String> words =
          scenarios.stream().map(s -> s.word(axis)).filter(Objects::nonNull).distinct().toList();
      if (words.size() == 1 && !splits(scenarios, varied, axis)) {
        common.put(axis, words.get(0));
      } else if (words.size() > 1 || splits(scenarios, varied, axis)) {
        (splits(scenarios, varied, axis) ? varied : bound).add(axis);
      }
    }
    return new QuestionAxes(varied.stream().sorted().toList(), bound, common);
  }

  /** Whether the axis tells arms apart that the others do not. */
  private static boolean splits(List<Scenario> scenarios, List<Axis> others, Axis axis) {
    List<Axis> with = new ArrayList<>(others);
    with.add(axis);
    return distinct(scenarios, with) > distinct(scenarios, others);
  }

  private static long distinct(List<Scenario> scenarios, List<Axis> axes) {
    return scenarios.stream()
        .map(scenario -> axes.stream().map(axis -> String.valueOf(scenario.word(axis))).toList())
        .distinct()
        .count();
  }

  /** Every axis on which arms that have it differ. */
  List<Axis> differing() {
    List<Axis> axes = new ArrayList<>(varied);
    axes.addAll(bound);
    return axes;
  }
}
