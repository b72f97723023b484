package bridgebench.reports.findings;

import bridgebench.reports.statistics.TwoGroups;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.run.FailureRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a reader must know of single arms before believing their figures. */
final class ArmFindings {

  private final List<Arm> arms;
  private final Function<Arm, String> name;

  ArmFindings(List<Arm> arms, Function<Arm, String> name) {
    this.arms = arms;
    this.name = name;
  }

  List<Finding> failures() {
    return arms.stream().flatMap(arm -> failure(arm).stream()).toList();
  }

  private Optional<Finding> failure(Arm arm) {
    FailureRecord failure = arm.failure();
    if (failure == null) {
      return Optional.empty();
    }
    int all = arm.failedForks() + arm.forks().size();
    String which =
        arm.failedForks() == 0 || arm.forks().isEmpty()
            ? " failed: "
            : " failed in " + arm.failedForks() + " of " + all + " forks: ";
    return Optional.of(
        new Finding(
            FindingKind.FAILURE,
            Wording.capitalised(name.apply(arm) + which + failure.message()),
            List.of(arm.id()),
            Map.of(
                "failedForks", (double) arm.failedForks(),
                "forks", (double) arm.forks().size())));
  }

  /** One sentence per arm of which a fork had no steady state. */
  List<Finding> warmups() {
    List<Finding> findings = new ArrayList<>();
    for (Arm arm : arms) {
      Map<WarmupClass, Integer> unsteady = new EnumMap<>(WarmupClass.class);
      for (ForkTrace fork : arm.forks()) {
        if (!fork.warmupClass().steady() && fork.warmupClass() != WarmupClass.UNKNOWN) {
          unsteady.merge(fork.warmupClass(), 1, Integer::sum);
        }
      }
      if (!unsteady.isEmpty()) {
        int forks = unsteady.values().stream().mapToInt(Integer::intValue).sum();
        String classes =
            Wording.list(
                unsteady.entrySet().stream()
                    .map(entry -> entry.getValue() + " " + entry.getKey().words()));
        findings.add(
            new Finding(
                FindingKind.WARMUP,
                Wording.capitalised(
                    name.apply(arm)
                        + ": "
                        + forks
                        + " of "
                        + arm.forks().size()
                        + " forks were not steady while they were measured ("
                        + classes
                        + "); more warm-up may change the figure."),
                List.of(arm.id()),
                Map.of("forks", (double) forks)));
      }
    }
    return findings;
  }

  /** One sentence per arm whose iterations fall into two groups. */
  List<Finding> groups() {
    List<Finding> findings = new ArrayList<>();
    for (Arm arm : arms) {
      double[] nanos =
          arm.forks().stream()
              .flatMap(fork -> fork.measurementNanos().stream())
              .mapToDouble(Double::doubleValue)
              .toArray();
      TwoGroups.in(nanos)
          .ifPresent(
              groups ->
                  findings.add(
                      new Finding(
                          FindingKind.MODES_OF_SAMPLES,
                          Wording.capitalised(
                              name.apply(arm)
                                  + " has two levels: "
                                  + groups.lowCount()
                                  + " iterations around "
                                  + Wording.nanos(groups.lowMedian())
                                  + " and "
                                  + groups.highCount()
                                  + " around "
                                  + Wording.nanos(groups.highMedian())
                                  + median(groups)
                                  + "."),
                          List.of(arm.id()),
                          Map.of(
                              "lowNanos", groups.lowMedian(), "highNanos", groups.highMedian()))));
    }
    return findings;
  }

  /** What the results are the same in: where modes or dtypes do not differ, in the arms. */
  private static String where(List<Arm> checked) {
    long modes = checked.stream().map(arm -> arm.scenario().word(Axis.MODE)).distinct().count();
    boolean sameDtypes =
        checked.stream().map(arm -> PairRefusal.dtypes(arm.scenario())).distinct().count() == 1;
    return (modes > 1 ? modes + " modes measured" : checked.size() + " arms measured")
        + (sameDtypes ? "" : " with the same dtypes");
  }

  /** Which level a median over all iterations is of. */
  private static String median(TwoGroups groups) {
    if (groups.lowCount() == groups.highCount()) {
      return "; their median describes neither";
    }
    return "; their median is of the "
        + (groups.lowCount() > groups.highCount() ? "faster" : "slower")
        + " level";
  }

  /** Whether the results of a function without a Java twin agree. */
  List<Finding> checksums() {
    List<Arm> checked = arms.stream().filter(arm -> arm.resultChecksum() != null).toList();
    if (checked.size() < 2) {
      return List.of();
    }
    boolean disagree =
        checked.stream()
            .anyMatch(
                arm ->
                    arm.failure() != null && arm.failure().kind().equals(ChecksumAgreement.KIND));
    String function = checked.get(0).scenario().function();
    String sentence =
        disagree
            ? "Function " + function + " does not give the same results in all modes"
            : !ChecksumAgreement.agreeAsExpected(checked)
                ? "The results of function "
                    + function
                    + " depend on the batch size: modes measured at the same size agree"
                : "Function "
                    + function
                    + " gives the same results in all "
                    + where(checked)
                    + ", by checksum";
    return List.of(
        new Finding(
            FindingKind.CHECKSUM,
            sentence + ".",
            checked.stream().map(Arm::id).toList(),
            Map.of("arms", (double) checked.size())));
  }
}
