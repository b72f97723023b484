package bridgebench.reports.findings;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.run.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the driver's operations cost beside time: memory, and the share of building the plan. */
final class DriverFindings {

  private static final String PLAN = "python.plan";
  private static final int MOST_SENTENCES = 6;

  /** Less is 0 to three digits. */
  private static final double LEAST_TIMES = 0.0005;

  private final List<Measured> arms;
  private final List<Axis> varied;

  /**
   * @param arms the question's arms
   * @param varied the axes that tell them apart
   */
  DriverFindings(List<Measured> arms, List<Axis> varied) {
    this.arms = arms;
    this.varied = varied;
  }

  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    largest().stream()
        .flatMap(arm -> memory(arm).stream())
        .limit(MOST_SENTENCES)
        .forEach(findings::add);
    plan().ifPresent(findings::add);
    return findings;
  }

  /** Of arms that differ in rows only, the one with the most. */
  private List<Measured> largest() {
    List<Axis> others = varied.stream().filter(axis -> axis != Axis.ROWS).toList();
    Map<List<String>, Measured> bySeries = new LinkedHashMap<>();
    for (Measured arm : arms) {
      if (arm.scenario().word(Axis.ROWS) != null) {
        bySeries.merge(
            others.stream().map(arm::word).toList(),
            arm,
            (one, other) -> one.scenario().rows() >= other.scenario().rows() ? one : other);
      }
    }
    return List.copyOf(bySeries.values());
  }

  private Optional<Finding> memory(Measured arm) {
    Figure data = figure(arm, OperationMemory.DATA);
    Figure python = figure(arm, OperationMemory.PYTHON);
    Figure jvm = figure(arm, OperationMemory.JVM);
    if (data == null || data.median() <= 0 || python == null || jvm == null) {
      return Optional.empty();
    }
    double inPython = python.median() / data.median();
    double inJvm = jvm.median() / data.median();
    List<Axis> names = varied.stream().filter(axis -> axis != Axis.ROWS).toList();
    String name = Wording.name(arm.scenario(), names);
    String sentence =
        (name.isEmpty() ? arm.scenario().path().word() : name)
            + peaks(inPython, inJvm)
            + " ("
            + Wording.count(arm.scenario().rows())
            + " rows, "
            + Wording.bytes(data.median())
            + " as Arrow holds them; "
            + Wording.forks(arm.forks(), arm.forks())
            + ").";
    return Optional.of(
        new Finding(
            FindingKind.MEMORY,
            Wording.capitalised(sentence),
            List.of(arm.arm().id()),
            Map.of(
                "timesInPython", inPython,
                "timesInJvm", inJvm,
                "dataBytes", data.median())));
  }

  /** Where building the plan takes most of the time, and where least. */
  private Optional<Finding> plan() {
    List<Measured> planned =
        arms.stream()
            .filter(arm -> arm.share(PLAN) > 0)
            .sorted(Comparator.comparingDouble(arm -> arm.share(PLAN)))
            .toList();
    if (planned.isEmpty()) {
      return Optional.empty();
    }
    Measured least = planned.get(0);
    Measured most = planned.get(planned.size() - 1);
    String sentence =
        "Building the plan takes "
            + share(most)
            + (least == most ? "" : ", and " + share(least))
            + (movesRows(least) && movesRows(most) ? "; the rest moves and turns data." : ".");
    return Optional.of(
        new Finding(
            FindingKind.PLAN_SHARE,
            sentence,
            least == most ? List.of(most.arm().id()) : List.of(most.arm().id(), least.arm().id()),
            Map.of("mostShare", most.share(PLAN), "leastShare", least.share(PLAN))));
  }

  /** Whether rows come by a socket for data: else the rest is the call that asks for the answer. */
  private static boolean movesRows(Measured arm) {
    return arm.scenario().word(Axis.TRANSPORT) != null;
  }

  private String share(Measured arm) {
    String name = Wording.name(arm.scenario(), varied);
    double nanos = arm.meanNanos();
    return Wording.nanos(arm.share(PLAN) * nanos)
        + " of "
        + Wording.nanos(nanos)
        + " ("
        + Wording.percent(100 * arm.share(PLAN))
        + ")"
        + (name.isEmpty() ? "" : " for " + name);
  }

  private static @Nullable Figure figure(Measured arm, String name) {
    return arm.arm().figures().memoryBytes().get(name);
  }

  private static String peaks(double inPython, double inJvm) {
    boolean growsPython = inPython >= LEAST_TIMES;
    boolean growsJvm = inJvm >= LEAST_TIMES;
    if (growsPython && growsJvm) {
      return " peaks at "
          + times(inPython)
          + " the data in Python and at "
          + times(inJvm)
          + " in the JVM, garbage included";
    }
    if (growsPython) {
      return " peaks at "
          + times(inPython)
          + " the data in Python and does not measurably grow the memory of the JVM";
    }
    return " does not measurably grow the memory of Python"
        + (growsJvm
            ? " and peaks at " + times(inJvm) + " the data in the JVM, garbage included"
            : " or of the JVM");
  }

  private static String times(double multiple) {
    return Wording.digits(multiple) + " times";
  }
}
