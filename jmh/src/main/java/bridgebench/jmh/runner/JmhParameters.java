package bridgebench.jmh.runner;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.AxisValues;
import bridgebench.scenarios.model.NearestWord;
import bridgebench.scenarios.model.QuotedWord;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code -p} says on plain JMH's command line. JMH itself takes any name and measures as if a
 * mistyped one had not been given.
 */
final class JmhParameters {
  private static final String OPTION = "-p";

  /** Takes an axis's default; what the benchmarks' own parameters say too. */
  private static final String NOT_GIVEN = "-";

  private JmhParameters() {}

  /**
   * A sentence for each parameter that is no axis, and for each value that its axis does not take.
   */
  static List<String> mistakes(String[] args) {
    List<String> mistakes = new ArrayList<>();
    for (int i = 0; i + 1 < args.length; i++) {
      if (args[i].equals(OPTION)) {
        addMistakes(args[++i], mistakes);
      }
    }
    return mistakes;
  }

  private static void addMistakes(String text, List<String> mistakes) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      return; // JMH says what it expects.
    }
    String name = text.substring(0, equals);
    Axis.named(name)
        .ifPresentOrElse(
            axis -> addWrongValues(axis, text.substring(equals + 1), mistakes),
            () -> mistakes.add(unknown(name)));
  }

  private static void addWrongValues(Axis axis, String values, List<String> mistakes) {
    for (String value : values.split(",", -1)) {
      try {
        if (!value.equals(NOT_GIVEN)) {
          AxisValues.canonical(axis, value);
        }
      } catch (IllegalArgumentException e) {
        mistakes.add("-p: " + e.getMessage());
      }
    }
  }

  private static String unknown(String name) {
    return "-p: unknown parameter "
        + QuotedWord.of(name)
        + ": expected one of "
        + String.join(", ", Axis.suiteNames())
        + NearestWord.hint(name, Axis.suiteNames());
  }
}
