package bridgebench.reports.findings;

import bridgebench.reports.statistics.Holm;
import bridgebench.reports.statistics.MedianRatio;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.run.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Names the fastest arm of a question whose arms do the same work, by the rules of its comparisons:
 * the same refusals, the same threshold, and no claim that a comparison of the question does not
 * make. What the JVM reaches alone is the floor and no competitor.
 */
final class BestArm {

  private static final int MOST_NAMED = 4;

  private final List<Measured> arms;
  private final Metric metric;
  private final double thresholdPercent;
  private final List<ComparisonResult> comparisons;

  /**
   * @param arms the question's arms
   * @param varied every axis on which they differ
   * @param thresholdPercent the question's practical threshold
   * @param comparisons the question's comparisons
   */
  BestArm(
      List<Measured> arms,
      List<Axis> varied,
      Metric metric,
      double thresholdPercent,
      List<ComparisonResult> comparisons) {
    boolean sameWork = varied.stream().noneMatch(AxisRoles::isWork);
    this.arms =
        arms.stream().filter(arm -> sameWork && !arm.isFloor() && arm.comparable(metric)).toList();
    this.metric = metric;
    this.thresholdPercent = thresholdPercent;
    this.comparisons = comparisons;
  }

  /** The arm with the greatest median speed, if the question's arms may be ranked. */
  Optional<Measured> find() {
    return arms.stream().max(Comparator.comparingDouble(this::speed));
  }

  private double speed(Measured arm) {
    double median = figure(arm).median();
    return metric.moreIsFaster() ? median : -median;
  }

  private Figure figure(Measured arm) {
    return Objects.requireNonNull(arm.arm().figures().get(metric));
  }

  /** The sentence; it says which arms cannot be told apart from the fastest. */
  Finding finding(Measured best, Function<Arm, String> nameOf) {
    List<Measured> rivals =
        arms.stream()
            .filter(arm -> arm != best && PairRefusal.of(arm, best, metric, null) == null)
            .toList();
    List<Measured> level = notToldApart(best, rivals);
    Figure figure = figure(best);
    int forks = best.forks();
    String value =
        Wording.amount(metric, figure.median())
            + " ("
            + Wording.support(metric, figure, forks)
            + ")";
    String sentence =
        nameOf.apply(best.arm())
            + (rivals.isEmpty()
                ? " reaches "
                : level.isEmpty()
                    ? " is the fastest of " + (rivals.size() + 1) + " arms: "
                    : " has the best median of " + (rivals.size() + 1) + " arms: ")
            + value
            + (level.isEmpty() ? "" : "; not told apart from it: " + names(level, nameOf))
            + ".";
    List<String> ids = new ArrayList<>(List.of(best.arm().id()));
    level.forEach(arm -> ids.add(arm.arm().id()));
    return new Finding(
        FindingKind.BEST_ARM,
        Wording.capitalised(sentence),
        ids,
        Map.of(
            "median", figure.median(),
            "low", figure.low(),
            "high", figure.high(),
            "forks", (double) forks));
  }

  private static String names(List<Measured> arms, Function<Arm, String> nameOf) {
    Stream<String> named = arms.stream().limit(MOST_NAMED).map(arm -> nameOf.apply(arm.arm()));
    int more = arms.size() - MOST_NAMED;
    return Wording.list(more > 0 ? Stream.concat(named, Stream.of(more + " more")) : named);
  }

  private List<Measured> notToldApart(Measured best, List<Measured> rivals) {
    List<MedianRatio> ratios =
        rivals.stream()
            .map(arm -> MedianRatio.of(arm.forkSpeeds(metric), best.forkSpeeds(metric)))
            .toList();
    double[] family = Holm.adjust(ratios.stream().mapToDouble(MedianRatio::pValue).toArray());
    int comparable = VerdictRule.comparisons(ratios);
    List<Measured> level = new ArrayList<>();
    for (int i = 0; i < family.length; i++) {
      Measured rival = rivals.get(i);
      int least = Math.min(rival.forks(), best.forks());
      Verdict verdict =
          VerdictRule.of(ratios.get(i), family[i], comparable, thresholdPercent, least);
      if (verdict != Verdict.FASTER || isDenied(best, rival)) {
        level.add(rival);
      }
    }
    return level;
  }

  /** Whether a comparison of the question shows no difference between the two. */
  private boolean isDenied(Measured one, Measured other) {
    Set<String> ids = Set.of(one.arm().id(), other.arm().id());
    return comparisons.stream()
        .filter(result -> ids.equals(Set.of(result.baselineId(), result.candidateId())))
        .anyMatch(result -> !result.verdict().differs());
  }
}
