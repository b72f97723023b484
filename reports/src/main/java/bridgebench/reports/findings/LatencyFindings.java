package bridgebench.reports.findings;

import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.run.LatencyKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How long one batch takes where its answer is awaited before the next is sent, and how soon it is
 * answered where batches are sent at a rate. Only there: behind a writer that runs ahead a batch's
 * time is mostly that of the batches before it.
 */
final class LatencyFindings {

  private static final String MEDIAN = "p50";
  private static final String TAIL = "p99";
  private static final int MOST_NAMED = 6;

  /** Of more arms than this, two figures each are no sentence any more. */
  private static final int MOST_WITH_BOTH = 3;

  private final List<Arm> arms;
  private final Function<Arm, String> name;

  LatencyFindings(List<Arm> arms, Function<Arm, String> name) {
    this.arms = arms;
    this.name = name;
  }

  /**
   * A sentence a kind over the arms that have it, fastest first. An arm behind its rate is left to
   * the sentence of its own: its times are those of a queue.
   */
  List<Finding> all() {
    return Stream.of(
            of(LatencyKind.SERVICE.word(), ""),
            of(LatencyKind.RESPONSE.word(), ", from when they were due"))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Finding> of(String kind, String from) {
    List<Arm> awaited =
        arms.stream()
            .filter(arm -> arm.figures().latency().containsKey(kind))
            .filter(arm -> percentiles(arm, kind).containsKey(MEDIAN))
            .filter(Arm::keepsUpWithItsRate)
            .sorted(Comparator.comparingDouble(arm -> figure(arm, kind, MEDIAN)))
            .toList();
    if (awaited.isEmpty()) {
      return Optional.empty();
    }
    Arm fastest = awaited.get(0);
    List<Arm> named = awaited.stream().limit(MOST_NAMED).toList();
    return Optional.of(
        new Finding(
            FindingKind.LATENCY,
            sentence(named, kind) + from + ofHowMany(awaited.size()) + ".",
            named.stream().map(Arm::id).toList(),
            Map.of(
                "medianNanos",
                figure(fastest, kind, MEDIAN),
                "forks",
                (double) fastest.forks().size())));
  }

  private static String ofHowMany(int arms) {
    return arms > MOST_NAMED
        ? "; these are the " + MOST_NAMED + " fastest of " + arms + " arms"
        : "";
  }

  private String sentence(List<Arm> awaited, String kind) {
    String tails = list(awaited, kind, TAIL);
    if (awaited.size() > MOST_WITH_BOTH && !tails.isEmpty()) {
      return "99 in 100 batches are answered within " + tails;
    }
    return "Half of the batches are answered within "
        + list(awaited, kind, MEDIAN)
        + (tails.isEmpty() ? "" : ", 99 in 100 within " + tails);
  }

  private String list(List<Arm> awaited, String kind, String percentile) {
    return Wording.list(
        awaited.stream()
            .filter(arm -> percentiles(arm, kind).containsKey(percentile))
            .sorted(Comparator.comparingDouble(arm -> figure(arm, kind, percentile)))
            .map(arm -> of(arm, figure(arm, kind, percentile))));
  }

  private String of(Arm arm, double nanos) {
    return Wording.nanos(nanos) + (arms.size() == 1 ? "" : " (" + name.apply(arm) + ")");
  }

  private static double figure(Arm arm, String kind, String percentile) {
    return Objects.requireNonNull(percentiles(arm, kind).get(percentile), percentile).median();
  }

  private static Map<String, Figure> percentiles(Arm arm, String kind) {
    return Objects.requireNonNull(arm.figures().latency().get(kind), kind).percentiles();
  }
}
