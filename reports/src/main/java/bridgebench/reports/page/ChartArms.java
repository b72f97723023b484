package bridgebench.reports.page;

import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.Metric;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.run.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Chooses a few arms to look into where a question has many: the fastest of each series. */
final class ChartArms {

  private ChartArms() {}

  /**
   * At most so many arms that fulfil a condition.
   *
   * @param condition what a chart needs of an arm
   */
  static List<Arm> representatives(
      QuestionAnalysis question, int atMost, Predicate<Arm> condition) {
    List<Arm> candidates = question.arms().stream().filter(condition).toList();
    if (candidates.size() <= atMost) {
      return candidates;
    }
    Axis series = seriesAxis(question);
    Map<String, Arm> fastest = new LinkedHashMap<>();
    for (Arm arm : candidates) {
      fastest.merge(
          String.valueOf(arm.scenario().word(series)),
          arm,
          (held, next) -> isFaster(question.metric(), next, held) ? next : held);
    }
    return new ArrayList<>(fastest.values()).subList(0, Math.min(atMost, fastest.size()));
  }

  /**
   * What tells an arm from the few others of its chart: its values where they differ, and that it
   * is behind its rate.
   */
  static String label(Arm arm, List<Arm> shown, QuestionAnalysis question) {
    List<Axis> told =
        question.variedAxes().stream()
            .filter(
                axis ->
                    shown.stream().map(other -> other.scenario().word(axis)).distinct().count() > 1)
            .toList();
    return AxisText.shortLabel(arm.scenario(), told.isEmpty() ? question.variedAxes() : told)
        + behind(arm);
  }

  /** What follows the name of an arm whose response times are those of a queue that grows. */
  static String behind(Arm arm) {
    return arm.keepsUpWithItsRate() ? "" : ", behind its rate";
  }

  private static Axis seriesAxis(QuestionAnalysis question) {
    Axis compared = question.comparedAxis();
    if (compared != null) {
      return compared;
    }
    if (question.variedAxes().contains(Axis.MODE) || question.variedAxes().isEmpty()) {
      return Axis.MODE;
    }
    return question.variedAxes().get(0);
  }

  private static boolean isFaster(Metric metric, Arm next, Arm held) {
    Figure nextFigure = next.figures().get(metric);
    Figure heldFigure = held.figures().get(metric);
    if (nextFigure == null || heldFigure == null) {
      return heldFigure == null && nextFigure != null;
    }
    return metric.moreIsFaster()
        ? nextFigure.median() > heldFigure.median()
        : nextFigure.median() < heldFigure.median();
  }
}
