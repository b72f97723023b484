package bridgebench.reports.findings;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Dtypes;
import bridgebench.scenarios.model.FunctionKind;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.FailureRecord;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one rule for what may be set against what: comparisons, crossovers, offsets, the ranking of a
 * question's arms and the comparison of runs ask here. Whether two arms differ on an axis that
 * nobody compares is the business of who pairs them.
 */
final class PairRefusal {

  private static final String RESULTS_DIFFER = "their results differ";

  private PairRefusal() {}

  /**
   * Why two arms must not be compared; null when they may be.
   *
   * @param compared the axis that is compared, or null where arms are ranked
   */
  static @Nullable String of(
      Measured baseline, Measured other, Metric metric, @Nullable Axis compared) {
    for (Measured arm : List.of(baseline, other)) {
      String problem = problem(arm, metric);
      if (problem != null) {
        return problem.equals(RESULTS_DIFFER) ? problem : name(arm, compared) + " " + problem;
      }
    }
    if (compared != Axis.DTYPES && !dtypes(baseline.scenario()).equals(dtypes(other.scenario()))) {
      return "they differ in dtypes, which changes the values a function sees";
    }
    if (seesOtherGroups(baseline.scenario(), other.scenario())) {
      return "the function sees other groups: "
          + batchRows(other)
          + " against "
          + batchRows(baseline)
          + " rows a batch";
    }
    return resultsDiffer(baseline.arm(), other.arm()) ? RESULTS_DIFFER : null;
  }

  /** Why an arm must not be compared with any other, as a predicate; null when it may be. */
  static @Nullable String problem(Measured arm, Metric metric) {
    FailureRecord failure = arm.arm().failure();
    if (failure != null) {
      if (failure.kind().equals(ChecksumAgreement.KIND)) {
        return RESULTS_DIFFER;
      }
      return arm.forks() == 0
          ? "failed"
          : "failed in " + arm.arm().failedForks() + " of " + arm.allForks() + " forks";
    }
    if (metric == Metric.RESPONSE_NANOS && !arm.arm().keepsUpWithItsRate()) {
      return "does not keep up with its rate";
    }
    if (metric != Metric.RESPONSE_NANOS && OpenLoop.hasRate(arm.scenario())) {
      return "sends at a rate, which sets its time";
    }
    return arm.has(metric) ? null : "was not measured";
  }

  private static String name(Measured arm, @Nullable Axis compared) {
    return compared == null
        ? arm.arm().id()
        : Wording.subject(compared, arm.scenario().require(compared));
  }

  /** Only PySpark's own conversions change values; a mode without the axis keeps them. */
  static String dtypes(Scenario scenario) {
    String word = scenario.word(Axis.DTYPES);
    return word == null ? Dtypes.NULLABLE.word() : word;
  }

  private static boolean seesOtherGroups(Scenario one, Scenario other) {
    return isOfTheBatch(one)
        && isOfTheBatch(other)
        && !Objects.equals(one.word(Axis.BATCH_ROWS), other.word(Axis.BATCH_ROWS));
  }

  /** Whether the function takes in the whole batch, so that another batch is another result. */
  private static boolean isOfTheBatch(Scenario scenario) {
    return FunctionKind.SUBTRACT_MEAN.word().equals(scenario.word(Axis.FUNCTION));
  }

  private static String batchRows(Measured arm) {
    return Wording.count(arm.word(Axis.BATCH_ROWS));
  }

  /** Whether the same function made other results of the same rows, by checksum. */
  private static boolean resultsDiffer(Arm one, Arm other) {
    return one.resultChecksum() != null
        && other.resultChecksum() != null
        && ChecksumAgreement.sameResults(one.scenario())
            .equals(ChecksumAgreement.sameResults(other.scenario()))
        && !one.resultChecksum().equals(other.resultChecksum());
  }
}
