package bridgebench.reports.findings;

import bridgebench.reports.statistics.MedianRatio;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where one series of arms overtakes another along an axis of numbers. */
final class Crossovers {

  private static final Set<Axis> NUMBERS = Set.of(Axis.BATCH_ROWS, Axis.ROWS, Axis.MESSAGE_BYTES);
  private static final double SIGNIFICANCE = 0.05;

  private final List<Measured> arms;
  private final List<Axis> varied;
  private final Metric metric;
  private final @Nullable Axis comparedAxis;
  private final @Nullable String baseline;

  /**
   * @param arms the question's arms
   * @param comparedAxis the axis that the question compares, or null when it compares none
   * @param baseline the word of that axis that the others are compared with, or null
   */
  Crossovers(
      List<Measured> arms,
      List<Axis> varied,
      Metric metric,
      @Nullable Axis comparedAxis,
      @Nullable String baseline) {
    this.arms = arms;
    this.varied = varied;
    this.metric = metric;
    this.comparedAxis = comparedAxis;
    this.baseline = baseline;
  }

  List<Crossover> all() {
    List<Crossover> found = new ArrayList<>();
    for (Axis along : varied) {
      Axis compared = seriesAxis(along);
      if (NUMBERS.contains(along) && compared != null) {
        List<Measured> usable =
            arms.stream()
                .filter(arm -> arm.has(metric) && arm.scenario().word(along) != null)
                .filter(arm -> arm.scenario().word(compared) != null)
                .toList();
        Series.groups(usable, along, compared, varied)
            .forEach(group -> found.addAll(ofGroup(group, along, compared)));
      }
    }
    return found;
  }

  private @Nullable Axis seriesAxis(Axis along) {
    if (comparedAxis != null) {
      return comparedAxis == along ? null : comparedAxis;
    }
    return varied.stream().filter(axis -> !NUMBERS.contains(axis)).findFirst().orElse(null);
  }

  private List<Crossover> ofGroup(List<Series> group, Axis along, Axis compared) {
    List<Crossover> found = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      for (int j = i + 1; j < group.size(); j++) {
        Series one = group.get(i);
        Series other = group.get(j);
        boolean asked =
            baseline == null || one.word().equals(baseline) || other.word().equals(baseline);
        if (asked) {
          found.addAll(ofPair(one, other, along, compared));
        }
      }
    }
    return found;
  }

  /** A place where both series were measured, with the ratio of their speeds, other by one. */
  private record Point(Measured one, Measured other, MedianRatio ratio) {

    /** Which is faster beyond doubt: 1 the other, -1 the one, 0 neither. */
    int sign() {
      return ratio.pValue() <= SIGNIFICANCE ? (int) Math.signum(ratio.ratio().estimate() - 1) : 0;
    }
  }

  private List<Crossover> ofPair(Series one, Series other, Axis along, Axis compared) {
    List<Point> points = points(one, other, along);
    if (points.size() < 2) {
      return List.of();
    }
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

  private List<Point> points(Series one, Series other, Axis along) {
    List<Point> points = new ArrayList<>();
    for (Measured first : one.arms()) {
      for (Measured second : other.arms()) {
        if (first.word(along).equals(second.word(along))) {
          MedianRatio ratio = MedianRatio.of(first.forkSpeeds(metric), second.forkSpeeds(metric));
          points.add(new Point(first, second, ratio));
        }
      }
    }
    return points;
  }

  private Crossover crossing(List<Point> points, int from, int to, Axis along, Axis compared) {
    List<Point> bracket = points.subList(from, to + 1);
    CrossingPlace place =
        new CrossingPlace(
            bracket.stream().mapToDouble(p -> p.one().scenario().requireLong(along)).toArray(),
            bracket.stream().map(p -> p.one().speeds(metric)).toList(),
            bracket.stream().map(p -> p.other().speeds(metric)).toList());
    Figure at = place.find();
    boolean otherOvertakes = points.get(to).sign() > 0;
    String sentence =
        opening(points, along, compared)
            + subject(points, compared, otherOvertakes)
            + " overtakes "
            + subject(points, compared, !otherOvertakes)
            + " at about "
            + amount(along, at.median())
            + " (95 % interval "
            + Wording.range(amount(along, at.low()), amount(along, at.high()))
            + "; "
            + forks(bracket)
            + ").";
    return crossover(points, along, compared, otherOvertakes, at, sentence);
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
    return crossover(points, along, compared, otherIsFaster, null, sentence);
  }

  private Crossover crossover(
      List<Point> points,
      Axis along,
      Axis compared,
      boolean otherIsSecond,
      @Nullable Figure at,
      String sentence) {
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
        Wording.capitalised(sentence));
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
      case BATCH_ROWS -> Wording.count(value) + " rows a batch";
      default -> Wording.count(value) + " rows";
    };
  }

  private static String forks(List<Point> points) {
    List<Integer> counts = new ArrayList<>();
    for (Point point : points) {
      counts.add(point.one().forks());
      counts.add(point.other().forks());
    }
    int least = Collections.min(counts);
    String words = Wording.forks(least, Collections.max(counts));
    return words + (VerdictRule.provisional(least) ? "; provisional: fewer than 5 forks" : "");
  }
}
