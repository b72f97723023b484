package bridgebench.reports.findings;

import bridgebench.scenarios.run.Figure;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How long one batch takes where its answer is awaited before the next is sent. Only there: behind
 * a writer that runs ahead a batch's time is mostly that of the batches before it.
 */
final class LatencyFindings {

  private static final String SERVICE = "service";
  private static final String MEDIAN = "p50";
  private static final String TAIL = "p99";
  private static final int MOST_NAMED = 6;

  private final List<Arm> arms;
  private final Function<Arm, String> name;

  LatencyFindings(List<Arm> arms, Function<Arm, String> name) {
    this.arms = arms;
    this.name = name;
  }

  /** One sentence over all arms, fastest first; none where no answer was awaited. */
  List<Finding> all() {
    List<Arm> awaited =
        arms.stream()
            .filter(arm -> arm.figures().latency().containsKey(SERVICE))
            .filter(arm -> percentiles(arm).containsKey(MEDIAN))
            .sorted(Comparator.comparingDouble(LatencyFindings::median))
            .limit(MOST_NAMED)
            .toList();
    if (awaited.isEmpty()) {
      return List.of();
    }
    Arm fastest = awaited.get(0);
    return List.of(
        new Finding(
            FindingKind.LATENCY,
            "Half of the batches are answered within "
                + Wording.list(awaited.stream().map(arm -> of(arm, median(arm))))
                + tails(awaited)
                + ".",
            awaited.stream().map(Arm::id).toList(),
            Map.of("medianNanos", median(fastest), "forks", (double) fastest.forks().size())));
  }

  private String tails(List<Arm> awaited) {
    Stream<String> tails =
        awaited.stream()
            .filter(arm -> percentiles(arm).containsKey(TAIL))
            .map(arm -> of(arm, figure(arm, TAIL)));
    String list = Wording.list(tails);
    return list.isEmpty() ? "" : ", 99 in 100 within " + list;
  }

  private String of(Arm arm, double nanos) {
    return Wording.nanos(nanos) + (arms.size() == 1 ? "" : " (" + name.apply(arm) + ")");
  }

  private static double median(Arm arm) {
    return figure(arm, MEDIAN);
  }

  private static double figure(Arm arm, String percentile) {
    return Objects.requireNonNull(percentiles(arm).get(percentile), percentile).median();
  }

  private static Map<String, Figure> percentiles(Arm arm) {
    return Objects.requireNonNull(arm.figures().latency().get(SERVICE), SERVICE).percentiles();
  }
}
