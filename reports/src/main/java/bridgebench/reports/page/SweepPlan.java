package bridgebench.reports.page;

import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.AxisRoles;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.scenarios.model.Axis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a question with an axis of numbers becomes lines.
 *
 * @param along the axis of numbers
 * @param seriesAxes the axes that tell the lines of one chart apart
 * @param panelAxes the axes that tell charts apart
 */
record SweepPlan(Axis along, List<Axis> seriesAxes, List<Axis> panelAxes) {

  private static final int FEWEST_POINTS = 3;
  private static final int MOST_LINES = 6;

  /** The plan, or empty where no axis of numbers has three values on one line. */
  static Optional<SweepPlan> of(QuestionAnalysis question) {
    return AxisRoles.NUMBERS.stream()
        .filter(question.variedAxes()::contains)
        .filter(axis -> longestLine(question, axis) >= FEWEST_POINTS)
        .findFirst()
        .map(axis -> plan(question, axis));
  }

  private static SweepPlan plan(QuestionAnalysis question, Axis along) {
    List<Axis> others =
        new ArrayList<>(question.variedAxes().stream().filter(axis -> axis != along).toList());
    others.sort(Comparator.comparingInt(axis -> rank(question, axis)));
    List<Axis> series = new ArrayList<>(others);
    List<Axis> panels = new ArrayList<>();
    while (series.size() > 1 && distinct(question, series) > MOST_LINES) {
      panels.add(0, series.remove(series.size() - 1));
    }
    return new SweepPlan(along, series, panels);
  }

  /** The arms of each line: by the label of its panel, then by its own. */
  Map<String, Map<String, List<Arm>>> panels(QuestionAnalysis question) {
    Map<String, Map<String, List<Arm>>> panels = new LinkedHashMap<>();
    for (Arm arm : question.arms()) {
      if (AxisText.number(arm.scenario().word(along)).isPresent()) {
        panels
            .computeIfAbsent(
                AxisText.label(arm.scenario(), panelAxes), key -> new LinkedHashMap<>())
            .computeIfAbsent(AxisText.label(arm.scenario(), seriesAxes), key -> new ArrayList<>())
            .add(arm);
      }
    }
    panels.values().forEach(lines -> lines.values().forEach(this::sortAlong));
    return panels;
  }

  private void sortAlong(List<Arm> arms) {
    arms.sort(
        Comparator.comparingDouble(
            arm -> AxisText.number(arm.scenario().word(along)).orElse(Double.NaN)));
  }

  private static long longestLine(QuestionAnalysis question, Axis along) {
    List<Axis> others = question.variedAxes().stream().filter(axis -> axis != along).toList();
    Map<String, Long> points = new LinkedHashMap<>();
    for (Arm arm : question.arms()) {
      if (AxisText.number(arm.scenario().word(along)).isPresent()) {
        points.merge(AxisText.label(arm.scenario(), others), 1L, Long::sum);
      }
    }
    return points.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private static long distinct(QuestionAnalysis question, List<Axis> axes) {
    return question.arms().stream()
        .map(arm -> AxisText.label(arm.scenario(), axes))
        .distinct()
        .count();
  }

  private static int rank(QuestionAnalysis question, Axis axis) {
    if (axis == question.comparedAxis()) {
      return 0;
    }
    return switch (axis) {
      case MODE -> 1;
      case TRANSPORT -> 2;
      default -> 3 + axis.ordinal();
    };
  }
}
