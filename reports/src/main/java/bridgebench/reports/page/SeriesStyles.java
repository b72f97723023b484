package bridgebench.reports.page;

import bridgebench.reports.chart.SeriesStyle;
import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.AxisRoles;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Gives each arm of a question its look: the mode's where modes differ, else the transport's. */
final class SeriesStyles {

  private SeriesStyles() {}

  static SeriesStyle of(QuestionAnalysis question, Scenario scenario) {
    List<Axis> varied = question.variedAxes();
    if (varied.contains(Axis.MODE)) {
      SeriesStyle style = styleOn(question, scenario, Axis.MODE);
      return varied.contains(Axis.TRANSPORT)
          ? style.variant(place(question, scenario, Axis.TRANSPORT))
          : style;
    }
    if (varied.contains(Axis.TRANSPORT)) {
      return styleOn(question, scenario, Axis.TRANSPORT);
    }
    Axis compared = question.comparedAxis();
    if (compared != null && !AxisRoles.isNumber(compared)) {
      return styleOn(question, scenario, compared);
    }
    return varied.stream()
        .filter(axis -> !AxisRoles.isNumber(axis))
        .findFirst()
        .map(axis -> styleOn(question, scenario, axis))
        .orElseGet(() -> SeriesStyle.of(commonWord(scenario), 0));
  }

  /** The style of an arm shown with a few others: that of its mode alone where modes differ. */
  static SeriesStyle among(List<Arm> arms, QuestionAnalysis question, Scenario scenario) {
    for (Axis axis : List.of(Axis.MODE, Axis.TRANSPORT)) {
      long words = arms.stream().map(arm -> arm.scenario().word(axis)).distinct().count();
      if (words == arms.size() && arms.size() > 1) {
        return styleOn(question, scenario, axis);
      }
    }
    // Arms that differ in a number alone have one colour, in which their bands would run together.
    boolean alike = arms.stream().map(arm -> of(question, arm.scenario())).distinct().count() == 1;
    return alike && arms.size() > 1
        ? SeriesStyle.of("", placeIn(arms, scenario))
        : of(question, scenario);
  }

  private static int placeIn(List<Arm> arms, Scenario scenario) {
    List<String> ids = arms.stream().map(Arm::id).toList();
    return Math.max(0, ids.indexOf(scenario.id()));
  }

  /** The style of the scenario's value on one axis. */
  static SeriesStyle styleOn(QuestionAnalysis question, Scenario scenario, Axis axis) {
    String word = scenario.word(axis);
    return SeriesStyle.of(word == null ? "" : word, place(question, scenario, axis));
  }

  private static int place(QuestionAnalysis question, Scenario scenario, Axis axis) {
    List<String> words =
        question.arms().stream()
            .map(arm -> String.valueOf(arm.scenario().word(axis)))
            .distinct()
            .toList();
    return Math.max(0, words.indexOf(String.valueOf(scenario.word(axis))));
  }

  /** What all arms have in common and readers know by its colour: the mode, else the transport. */
  private static String commonWord(Scenario scenario) {
    return Stream.of(Axis.MODE, Axis.TRANSPORT)
        .map(scenario::word)
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .findFirst()
        .orElse("");
  }
}
