package bridgebench.reports.page;

import bridgebench.reports.chart.SeriesStyle;
import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.AxisRoles;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives each arm of a question its look: the colour is the mode's where modes differ, else the
 * transport's, else that of another axis; dash and marker tell arms of one colour apart.
 */
final class SeriesStyles {

  private SeriesStyles() {}

  /** The style of an arm among all arms of its question. */
  static SeriesStyle of(QuestionAnalysis question, Scenario scenario) {
    Optional<Axis> along = SweepPlan.of(question).map(SweepPlan::along);
    return on(
        question,
        scenario,
        question.variedAxes().stream().filter(axis -> !along.equals(Optional.of(axis))).toList());
  }

  /**
   * The style of a line among others that differ on some axes: no two have the same.
   *
   * @param axes what tells the lines apart
   */
  static SeriesStyle on(QuestionAnalysis question, Scenario scenario, List<Axis> axes) {
    return on(question.arms(), question, scenario, axes, 0, 1);
  }

  /**
   * The same where each arm has several lines, of one colour.
   *
   * @param which 0-based place of the line among those of its arm
   * @param all how many lines each arm has
   */
  static SeriesStyle on(
      QuestionAnalysis question, Scenario scenario, List<Axis> axes, int which, int all) {
    return on(question.arms(), question, scenario, axes, which, all);
  }

  /** The style of an arm shown with a few others: its colour alone where that tells them apart. */
  static SeriesStyle among(List<Arm> arms, QuestionAnalysis question, Scenario scenario) {
    List<Axis> told =
        question.variedAxes().stream().filter(axis -> differing(arms, axis) > 1).toList();
    Optional<Axis> coloured = coloured(question, told);
    if (coloured.isPresent() && differing(arms, coloured.get()) == arms.size()) {
      return styleOn(question, scenario, coloured.get());
    }
    // Arms that differ in a number alone have one colour, in which their bands would run together.
    return !told.isEmpty() && told.stream().allMatch(AxisRoles::isNumber)
        ? SeriesStyle.of("", placeIn(arms, scenario))
        : on(arms, question, scenario, told, 0, 1);
  }

  /** The style of the scenario's value on one axis. */
  static SeriesStyle styleOn(QuestionAnalysis question, Scenario scenario, Axis axis) {
    String word = scenario.word(axis);
    return SeriesStyle.of(
        word == null ? "" : word, place(question.arms(), scenario, List.of(axis)));
  }

  private static SeriesStyle on(
      List<Arm> arms,
      QuestionAnalysis question,
      Scenario scenario,
      List<Axis> axes,
      int which,
      int all) {
    Optional<Axis> coloured = coloured(question, axes);
    List<Axis> others = axes.stream().filter(axis -> !coloured.equals(Optional.of(axis))).toList();
    SeriesStyle style =
        coloured
            .map(axis -> styleOn(question, scenario, axis))
            .orElseGet(() -> SeriesStyle.of(commonWord(scenario), 0));
    return style.variant(place(arms, scenario, others) * all + which);
  }

  /** The axis whose values readers know by their colours, else the one that they compare. */
  private static Optional<Axis> coloured(QuestionAnalysis question, List<Axis> axes) {
    return Stream.concat(
            Stream.of(Axis.MODE, Axis.TRANSPORT),
            Stream.concat(Stream.ofNullable(question.comparedAxis()), axes.stream()))
        .filter(axes::contains)
        .filter(axis -> !AxisRoles.isNumber(axis))
        .findFirst();
  }

  private static long differing(List<Arm> arms, Axis axis) {
    return arms.stream().map(arm -> String.valueOf(arm.scenario().word(axis))).distinct().count();
  }

  private static int placeIn(List<Arm> arms, Scenario scenario) {
    List<String> ids = arms.stream().map(Arm::id).toList();
    return Math.max(0, ids.indexOf(scenario.id()));
  }

  /** The place of the scenario's words on these axes among those of all arms. */
  private static int place(List<Arm> arms, Scenario scenario, List<Axis> axes) {
    List<List<String>> places =
        arms.stream().map(arm -> words(arm.scenario(), axes)).distinct().toList();
    return Math.max(0, places.indexOf(words(scenario, axes)));
  }

  private static List<String> words(Scenario scenario, List<Axis> axes) {
    return axes.stream().map(axis -> String.valueOf(scenario.word(axis))).toList();
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
