package bridgebench.reports.page;

import bridgebench.reports.chart.SeriesStyle;
import bridgebench.reports.findings.Arm;
import bridgebench.reports.findings.QuestionAnalysis;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import java.util.List;

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
    if (compared != null) {
      return styleOn(question, scenario, compared);
    }
    return varied.isEmpty() || varied.stream().allMatch(SeriesStyles::isAxisOfNumbers)
        ? SeriesStyle.of(modeOf(scenario), 0)
        : styleOn(question, scenario, varied.get(0));
  }

  /** The style of an arm shown with a few others: that of its mode alone where modes differ. */
  static SeriesStyle among(List<Arm> arms, QuestionAnalysis question, Scenario scenario) {
    for (Axis axis : List.of(Axis.MODE, Axis.TRANSPORT)) {
      long words = arms.stream().map(arm -> arm.scenario().word(axis)).distinct().count();
      if (words == arms.size() && arms.size() > 1) {
        return styleOn(question, scenario, axis);
      }
    }
    return of(question, scenario);
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

  private static String modeOf(Scenario scenario) {
    String mode = scenario.word(Axis.MODE);
    return mode == null ? "" : mode;
  }

  private static boolean isAxisOfNumbers(Axis axis) {
    return switch (axis) {
      case ROWS,
          BATCH_ROWS,
          MESSAGE_BYTES,
          ELEMENTS,
          WORKERS,
          THREADS,
          SOCKET_BUFFER_BYTES,
          PIPE_BYTES ->
          true;
      default -> false;
    };
  }
}
