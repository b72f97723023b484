package bridgebench.cli.selection;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Resolution;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.Suite;
import bridgebench.scenarios.suite.Timing;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A suite of arms that differ in nothing but their ids. */
public final class IdenticalSuite {
  private static final String NAME = "selftest-aa";
  private static final long ITERATION_NANOS = 100_000_000;
  private static final Timing TIMING = new Timing(5, 4, ITERATION_NANOS, 4, ITERATION_NANOS, 2);

  private IdenticalSuite() {}

  /**
   * Copies of one scenario: Arrow over a Unix socket, with the given changes.
   *
   * @param arms how many
   * @throws IllegalArgumentException when the changes make several scenarios of it or none
   */
  public static Suite of(int arms, SuiteChanges changes) {
    Map<Axis, String> axes = new EnumMap<>(Axis.class);
    axes.put(Axis.PATH, "udf");
    axes.put(Axis.MODE, "arrow");
    axes.put(Axis.TRANSPORT, "unix");
    axes.put(Axis.SHAPE, "double");
    axes.put(Axis.ROWS, "100000");
    axes.put(Axis.FUNCTION, "plus-one");
    Path folder = Path.of("").toAbsolutePath();
    Suite one =
        changes.applyTo(suite(List.of(Resolution.scenario(axes, folder)), TIMING), folder).suite();
    Question question = one.questions().get(0);
    if (question.scenarios().size() != 1) {
      throw new IllegalArgumentException(
          "identical arms are copies of one scenario; the given -p make "
              + question.scenarios().size()
              + ": give one value an axis");
    }
    Scenario scenario = question.scenarios().get(0);
    List<Scenario> copies =
        IntStream.rangeClosed(1, arms)
            .mapToObj(arm -> new Scenario(scenario.id() + "/arm=" + arm, scenario.axes()))
            .toList();
    Suite suite = suite(copies, question.timing());
    return new Suite(suite.name(), suite.title(), suite.note(), one.jvmArgs(), suite.questions());
  }

  /** Whether a suite is one of these. */
  public static boolean isOne(Suite suite) {
    return suite.name().equals(NAME);
  }

  private static Suite suite(List<Scenario> scenarios, Timing timing) {
    return new Suite(
        NAME,
        "Identical arms",
        "self-test: every arm is the same scenario",
        List.of(),
        List.of(
            new Question(
                "identical",
                "How far apart are arms that are all the same?",
                scenarios,
                null,
                timing)));
  }
}
