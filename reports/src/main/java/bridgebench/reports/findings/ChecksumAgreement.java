package bridgebench.reports.findings;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.FailureRecord;
import bridgebench.scenarios.run.ScenarioStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks that a function without a Java twin gave the same results in every mode. Arms with the
 * same function, shape, rows, window and dtypes must agree; where they do not, all of them have
 * failed, because nothing tells which one is right.
 */
final class ChecksumAgreement {

  static final String KIND = "different-results";

  private ChecksumAgreement() {}

  /** The arms, those failed whose results disagree. */
  static List<Arm> check(List<Arm> arms) {
    Map<List<String>, List<Arm>> groups =
        arms.stream()
            .filter(arm -> arm.resultChecksum() != null)
            .collect(
                Collectors.groupingBy(
                    arm -> sameResults(arm.scenario()), LinkedHashMap::new, Collectors.toList()));
    Map<String, Arm> failed = new LinkedHashMap<>();
    groups.values().stream()
        .filter(group -> !agree(group) && !differByBatchRowsOnly(group))
        .forEach(group -> group.forEach(arm -> failed.put(arm.id(), failed(arm, group))));
    List<Arm> checked = new ArrayList<>();
    arms.forEach(arm -> checked.add(failed.getOrDefault(arm.id(), arm)));
    return checked;
  }

  /**
   * Whether the batch size is shown to be what the results depend on: some mode differs from itself
   * at another size, and modes at one size agree. Modes measured at a size each show nothing.
   */
  private static boolean differByBatchRowsOnly(List<Arm> arms) {
    Map<String, List<Arm>> bySize =
        arms.stream()
            .filter(arm -> arm.resultChecksum() != null)
            .collect(Collectors.groupingBy(arm -> word(arm, Axis.BATCH_ROWS)));
    return !agree(arms)
        && bySize.values().stream().allMatch(ChecksumAgreement::agree)
        && bySize.values().stream()
            .anyMatch(
                group -> group.stream().map(arm -> word(arm, Axis.MODE)).distinct().count() > 1)
        && arms.stream()
            .collect(Collectors.groupingBy(arm -> word(arm, Axis.MODE)))
            .values()
            .stream()
            .anyMatch(ofMode -> !agree(ofMode));
  }

  /** Whether arms that must report the same results do, whatever their batch size. */
  static boolean agreeAsExpected(List<Arm> arms) {
    return arms.stream()
        .collect(Collectors.groupingBy(arm -> sameResults(arm.scenario())))
        .values()
        .stream()
        .allMatch(ChecksumAgreement::agree);
  }

  private static boolean agree(List<Arm> arms) {
    return arms.stream().map(Arm::resultChecksum).filter(Objects::nonNull).distinct().count() <= 1;
  }

  /** Arms with the same words here must report the same results. */
  static List<String> sameResults(Scenario scenario) {
    Function<Axis, String> word = axis -> String.valueOf(scenario.word(axis));
    return List.of(
        word.apply(Axis.PATH),
        word.apply(Axis.FUNCTION),
        word.apply(Axis.SHAPE),
        word.apply(Axis.ROWS),
        word.apply(Axis.WINDOW_ROWS),
        PairRefusal.dtypes(scenario));
  }

  private static String word(Arm arm, Axis axis) {
    return String.valueOf(arm.scenario().word(axis));
  }

  private static long sizes(List<Arm> arms) {
    return arms.stream().map(arm -> word(arm, Axis.BATCH_ROWS)).distinct().count();
  }

  private static Arm failed(Arm arm, List<Arm> group) {
    if (arm.failure() != null) {
      return arm;
    }
    Map<String, List<String>> idsByChecksum =
        group.stream()
            .collect(
                Collectors.groupingBy(
                    member -> String.valueOf(member.resultChecksum()),
                    TreeMap::new,
                    Collectors.mapping(Arm::id, Collectors.toList())));
    String detail =
        idsByChecksum.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
            .collect(Collectors.joining("\n"));
    FailureRecord failure =
        new FailureRecord(
            KIND,
            "expected function "
                + word(arm, Axis.FUNCTION)
                + " to give the same results in every mode, got "
                + idsByChecksum.size()
                + " different ones; compare its result types and its treatment of nulls"
                + (sizes(group) > 1
                    ? ", and measure the modes at one batch size if it may depend on that"
                    : ""),
            detail);
    return new Arm(
        arm.scenario(),
        ScenarioStatus.FAILED,
        failure,
        arm.failedForks(),
        arm.forks(),
        arm.figures(),
        arm.variation(),
        arm.effective(),
        arm.workerVersions(),
        arm.resultChecksum());
  }
}
