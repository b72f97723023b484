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

/** Names the fastest arm of a question whose arms do the same work. */
final class BestArm {

  /** On these axes arms do different work. */
  private static final Set<Axis> WORK =
      Set.of(
          Axis.PATH,
          Axis.CALL,
          Axis.ELEMENTS,
          Axis.PLAN,
          Axis.SHAPE,
          Axis.ROWS,
          Axis.FUNCTION,
          Axis.MESSAGE_BYTES,
          Axis.EXCHANGE,
          Axis.DIRECTION);

  private static final double SIGNIFICANCE = 0.05;
  private static final int MOST_NAMED = 4;

  private BestArm() {}

  /** The arm with the greatest median speed, if the question's arms may be ranked. */
  static Optional<Measured> of(List<Measured> arms, List<Axis> varied, Metric metric) {
    boolean sameWork = varied.stream().noneMatch(WORK::contains);
    return arms.stream()
        .filter(arm -> sameWork && arm.has(metric))
        .max(Comparator.comparingDouble(arm -> speed(arm, metric)));
  }

  private static double speed(Measured arm, Metric metric) {
    double median = Objects.requireNonNull(arm.arm().figures().get(metric)).median();
    return metric.moreIsFaster() ? median : -median;
  }

  /** The sentence; it says which arms cannot be told apart from the fastest. */
  static Finding finding(
      Measured best, List<Measured> arms, Metric metric, Function<Arm, String> nameOf) {
    List<Measured> rivals = arms.stream().filter(arm -> arm != best && arm.has(metric)).toList();
    List<Measured> level = notToldApart(best, rivals, metric);
    Figure figure = Objects.requireNonNull(best.arm().figures().get(metric));
    int forks = best.forks();
    String name = nameOf.apply(best.arm());
    String value =
        Wording.amount(metric, figure.median())
            + " ("
            + Wording.support(metric, figure, forks)
            + ")";
    String sentence =
        name
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

  private static List<Measured> notToldApart(Measured best, List<Measured> rivals, Metric metric) {
    double[] p =
        rivals.stream()
            .map(arm -> MedianRatio.of(arm.forkSpeeds(metric), best.forkSpeeds(metric)))
            .mapToDouble(MedianRatio::pValue)
            // One fork shows no difference.
            .map(value -> Double.isNaN(value) ? 1 : value)
            .toArray();
    double[] family = Holm.adjust(p);
    List<Measured> level = new ArrayList<>();
    for (int i = 0; i < family.length; i++) {
      if (family[i] > SIGNIFICANCE) {
        level.add(rivals.get(i));
      }
    }
    return level;
  }
}
