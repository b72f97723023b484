package bridgebench.reports.findings;

import bridgebench.reports.statistics.Holm;
import bridgebench.reports.statistics.Interval;
import bridgebench.reports.statistics.MedianRatio;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds where one series of arms overtakes another along an axis of numbers. */
final class Crossovers {

  private final List<Measured> arms;
  private final List<Axis> varied;
  private final Metric metric;
  private final @Nullable Axis comparedAxis;
  private final @Nullable String baseline;
  private final double thresholdPercent;
  private final List<ComparisonResult> comparisons;

  /**
   * @param arms the question's arms
   * @param comparedAxis the axis that the question compares, or null when it compares none
   * @param baseline the word of that axis that the others are compared with, or null
   * @param thresholdPercent the question's practical threshold
   * @param comparisons the question's comparisons: at a place that one of them is about, no
   *     crossover says more than it does
   */
  Crossovers(
      List<Measured> arms,
      List<Axis> varied,
      Metric metric,
      @Nullable Axis comparedAxis,
      @Nullable String baseline,
      double thresholdPercent,
      List<ComparisonResult> comparisons) {
    this.arms = arms;
    this.varied = varied;
    this.metric = metric;
    this.comparedAxis = comparedAxis;
    this.baseline = baseline;
    this.thresholdPercent = thresholdPercent;
    this.comparisons = comparisons;
  }

  List<Crossover> all() {
    List<Crossover> found = new ArrayList<>();
    for (Axis along : varied) {
      Axis compared = seriesAxis(along);
      if (AxisRoles.isSize(along) && compared != null) {
        List<List<Candidate>> pairs =
            series(along, compared).stream()
                .flatMap(group -> pairs(group).stream())
                .map(pair -> candidates(pair.get(0), pair.get(1), along))
                .filter(places -> places.size() > 1)
                .toList();
        judged(pairs).forEach(points -> found.addAll(ofPoints(points, along, compared)));
      }
    }
    return found;
  }

  private List<List<Series>> series(Axis along, Axis compared) {
    List<Measured> usable =
        arms.stream()
            .filter(arm -> arm.comparable(metric) && !arm.isFloor())
            .filter(arm -> arm.scenario().word(compared) != null)
            // No rows are no place on an axis of logarithms.
            .filter(arm -> arm.scenario().word(along) != null)
            .filter(arm -> arm.scenario().requireLong(along) > 0)
            .toList();
    return Series.groups(usable, along, compared, varied);
  }

  /** Where nothing is compared, series of different work are not set against each other. */
  private @Nullable Axis seriesAxis(Axis along) {
    if (comparedAxis != null) {
      return comparedAxis == along ? null : comparedAxis;
    }
    return varied.stream()
        .filter(axis -> axis != along && !AxisRoles.isNumber(axis) && !AxisRoles.isWork(axis))
        .findFirst()
        .orElse(null);
  }

  private List<List<Series>> pairs(List<Series> group) {
    List<List<Series>> pairs = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      for (int j = i + 1; j < group.size(); j++) {
        Series one = group.get(i);
        Series other = group.get(j);
        if (baseline == null || one.word().equals(baseline) || other.word().equals(baseline)) {
          pairs.add(List.of(one, other));
        }
      }
    }
    return pairs;
  }

  /** A place where both series were measured and may be compared. */
  private record Candidate(Measured one, Measured other, MedianRatio ratio) {}

  private List<Candidate> candidates(Series one, Series other, Axis along) {
    List<Candidate> places = new ArrayList<>();
    for (Measured first : one.arms()) {
      for (Measured second : other.arms()) {
        if (first.word(along).equals(second.word(along))
            && PairRefusal.of(first, second, metric, comparedAxis) == null) {
          places.add(
              new Candidate(
                  first,
                  second,
                  MedianRatio.of(first.forkSpeeds(metric), second.forkSpeeds(metric))));
        }
      }
    }
    return places;
  }

  /**
   * A place with the ratio of the two speeds there.
   *
   * @param sign which is faster by the rules of a verdict: 1 the other, -1 the one, 0 neither
   */
  private record Point(Measured one, Measured other, Interval ratio, int sign) {}

  /** One family of verdicts for all places of all pairs. */
  private List<List<Point>> judged(List<List<Candidate>> pairs) {
    List<MedianRatio> ratios = pairs.stream().flatMap(List::stream).map(Candidate::ratio).toList();
    double[] family = Holm.adjust(ratios.stream().mapToDouble(MedianRatio::pValue).toArray());
    int comparable = VerdictRule.comparisons(ratios);
    List<List<Point>> judged = new ArrayList<>();
    int place = 0;
    for (List<Candidate> pair : pairs) {
      List<Point> points = new ArrayList<>();
      for (Candidate candidate : pair) {
        points.add(point(candidate, family[place], comparable));
        place++;
      }
      judged.add(points);
    }
    return judged;
  }

  private Point point(Candidate place, double familyPValue, int comparable) {
    int least = Math.min(place.one().forks(), place.other().forks());
    Verdict verdict =
        compared(place)
            .orElseGet(
                () ->
                    VerdictRule.of(
                        place.ratio(), familyPValue, comparable, thresholdPercent, least));
    Interval ratio = place.ratio().ratio();
    int sign =
        verdict.differs() && !ratio.contains(1) ? (int) Math.signum(ratio.estimate() - 1) : 0;
    return new Point(place.one(), place.other(), ratio, sign);
  }

  /** The verdict of the question's own comparison of the two. */
  private Optional<Verdict> compared(Candidate place) {
    Set<String> ids = Set.of(place.one().arm().id(), place.other().arm().id());
    return comparisons.stream()
        .filter(result -> ids.equals(Set.of(result.baselineId(), result.candidateId())))
        .map(ComparisonResult::verdict)
        .findFirst();
  }

  private List<Crossover> ofPoints(List<Point> points, Axis along, Axis compared) {
    List<Crossover> found = new ArrayList<>();
    int from = -1;
    for (int to = 0; to < points.size(); to++) {
      int sign = points.get(to).sign();
      if (sign != 0) {
        if (from >= 0 && points.get(from).sign() == -sign) {
          found.add(crossing(points, from, to, along, compared));
        }
        from = to;
      }
    }
    return found.isEmpty() ? List.of(none(points, along, compared)) : found;
  }

  private Crossover crossing(List<Point> points, int from, int to, Axis along, Axis compared) {
    List<Point> bracket = points.subList(from, to + 1);
    CrossingPlace place =
        new CrossingPlace(
            bracket.stream().mapToDouble(p -> p.one().scenario().requireLong(along)).toArray(),
            bracket.stream().map(Point::ratio).toList());
    Figure at = place.find();
    boolean otherOvertakes = points.get(to).sign() > 0;
    String sentence =
        opening(points, along, compared)
            + subject(points, compared, otherOvertakes)
            + " overtakes "
            + subject(points, compared, !otherOvertakes)
            + " at about "
            + amount(along, at.median())
            + " ("
            + interval(bracket, at, along)
            + forks(bracket)
            + ").";
    return crossover(points, along, compared, otherOvertakes, at, sentence, isProvisional(bracket));
  }

  private static String interval(List<Point> bracket, Figure at, Axis along) {
    return leastForks(bracket) < VerdictRule.FORKS_FOR_A_TOLD_INTERVAL
        ? ""
        : "95 % interval "
            + Wording.range(amount(along, at.low()), amount(along, at.high()))
            + "; ";
  }

  private Crossover none(List<Point> points, Axis along, Axis compared) {
    int faster =
        points.stream().mapToInt(Point::sign).filter(sign -> sign != 0).findFirst().orElse(0);
    boolean always = points.stream().allMatch(point -> point.sign() == faster && faster != 0);
    boolean otherIsFaster = faster >= 0;
    String range =
        "between "
            + amount(along, value(points.get(0), along))
            + " and "
            + amount(along, value(points.get(points.size() - 1), along));
    String verdict =
        always
            ? subject(points, compared, otherIsFaster)
                + " is faster than "
                + subject(points, compared, !otherIsFaster)
                + " at every measured point "
                + range
                + ": no crossover in the measured range"
            : "no crossover of "
                + subject(points, compared, true)
                + " and "
                + subject(points, compared, false)
                + " is shown in the measured range, "
                + range;
    String sentence = opening(points, along, compared) + verdict + " (" + forks(points) + ").";
    return crossover(points, along, compared, otherIsFaster, null, sentence, isProvisional(points));
  }

  private Crossover crossover(
      List<Point> points,
      Axis along,
      Axis compared,
      boolean otherIsSecond,
      @Nullable Figure at,
      String sentence,
      boolean provisional) {
    List<String> ones = points.stream().map(p -> p.one().arm().id()).toList();
    List<String> others = points.stream().map(p -> p.other().arm().id()).toList();
    String one = points.get(0).one().word(compared);
    String other = points.get(0).other().word(compared);
    return new Crossover(
        along,
        compared,
        otherIsSecond ? one : other,
        otherIsSecond ? other : one,
        otherIsSecond ? ones : others,
        otherIsSecond ? others : ones,
        metric,
        at,
        value(points.get(0), along),
        value(points.get(points.size() - 1), along),
        Wording.capitalised(sentence),
        provisional);
  }

  private String opening(List<Point> points, Axis along, Axis compared) {
    Scenario scenario = points.get(0).other().scenario();
    return Wording.opening(
        scenario, varied.stream().filter(axis -> axis != along && axis != compared).toList());
  }

  private static String subject(List<Point> points, Axis compared, boolean other) {
    Point first = points.get(0);
    return Wording.subject(compared, (other ? first.other() : first.one()).word(compared));
  }

  private static double value(Point point, Axis along) {
    return point.one().scenario().requireLong(along);
  }

  private static String amount(Axis along, double value) {
    return switch (along) {
      case MESSAGE_BYTES -> Wording.bytes(value);
      case ELEMENTS -> Wording.count(value) + " elements";
      case BATCH_ROWS -> Wording.count(value) + " rows a batch";
      default -> Wording.count(value) + " rows";
    };
  }

  private static String forks(List<Point> points) {
    String words = Wording.forks(leastForks(points), forkCounts(points).max().orElseThrow());
    return words + (isProvisional(points) ? "; provisional: fewer than 5 forks" : "");
  }

  private static boolean isProvisional(List<Point> points) {
    return VerdictRule.provisional(leastForks(points));
  }

  private static int leastForks(List<Point> points) {
    return forkCounts(points).min().orElseThrow();
  }

  private static IntStream forkCounts(List<Point> points) {
    return points.stream()
        .flatMapToInt(point -> IntStream.of(point.one().forks(), point.other().forks()));
  }
}
