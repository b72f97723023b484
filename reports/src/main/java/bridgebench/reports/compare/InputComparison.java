package bridgebench.reports.compare;

import bridgebench.reports.findings.Verdict;
import bridgebench.reports.findings.VerdictRule;
import bridgebench.reports.statistics.GeometricMean;
import bridgebench.reports.statistics.Holm;
import bridgebench.reports.statistics.Interval;
import bridgebench.reports.statistics.MedianRatio;
import bridgebench.reports.statistics.RankSumTest;
import bridgebench.reports.statistics.SampleMedian;
import bridgebench.scenarios.run.Figure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares one candidate with the baseline, scenario by scenario. */
final class InputComparison {

  private static final String NOT_SAID = "not said";

  private final ComparisonInput baseline;
  private final ComparisonInput candidate;
  private final double thresholdPercent;

  InputComparison(ComparisonInput baseline, ComparisonInput candidate, double thresholdPercent) {
    this.baseline = baseline;
    this.candidate = candidate;
    this.thresholdPercent = thresholdPercent;
  }

  CandidateComparison compare() {
    List<String> common =
        baseline.scenarios().keySet().stream().filter(candidate.scenarios()::containsKey).toList();
    Map<String, MedianRatio> ratios = new LinkedHashMap<>();
    for (String id : common) {
      if (refusal(before(id), after(id)) == null) {
        ratios.put(id, ratio(before(id), after(id)));
      }
    }
    int comparisons = VerdictRule.comparisons(ratios.values());
    double[] family =
        Holm.adjust(ratios.values().stream().mapToDouble(MedianRatio::pValue).toArray());
    List<ScenarioComparison> scenarios = new ArrayList<>();
    int place = 0;
    for (String id : common) {
      MedianRatio ratio = ratios.get(id);
      scenarios.add(
          ratio == null ? refused(id) : compared(id, ratio, family[place++], comparisons));
    }
    Figure mean = geometricMean(ratios.values());
    return new CandidateComparison(
        candidate.run().label(),
        scenarios,
        only(baseline, candidate),
        only(candidate, baseline),
        lost(),
        mean,
        sentence(scenarios, mean));
  }

  private Samples before(String id) {
    return Objects.requireNonNull(baseline.scenarios().get(id), id);
  }

  private Samples after(String id) {
    return Objects.requireNonNull(candidate.scenarios().get(id), id);
  }

  private static List<String> only(ComparisonInput here, ComparisonInput there) {
    return here.scenarios().keySet().stream()
        .filter(id -> !there.scenarios().containsKey(id))
        .toList();
  }

  private @Nullable String refusal(Samples before, Samples after) {
    if (before.problem() != null) {
      return "in " + baseline.run().label() + " it " + before.problem();
    }
    if (after.problem() != null) {
      return "in " + candidate.run().label() + " it " + after.problem();
    }
    TreeSet<String> names = new TreeSet<>(before.settings().keySet());
    names.addAll(after.settings().keySet());
    String differing =
        names.stream()
            .filter(
                name -> !Objects.equals(before.settings().get(name), after.settings().get(name)))
            .map(
                name ->
                    name
                        + " ("
                        + before.settings().getOrDefault(name, NOT_SAID)
                        + " against "
                        + after.settings().getOrDefault(name, NOT_SAID)
                        + ")")
            .collect(Collectors.joining(", "));
    if (!differing.isEmpty()) {
      return "they differ in " + differing;
    }
    return before.resultsDifferFrom(after) ? "their results differ" : null;
  }

  private static MedianRatio ratio(Samples before, Samples after) {
    double[] one = SampleMedian.ofEach(before.forks());
    double[] other = SampleMedian.ofEach(after.forks());
    return before.moreIsFaster() ? MedianRatio.of(one, other) : MedianRatio.of(other, one);
  }

  private ScenarioComparison compared(
      String id, MedianRatio ratio, double familyPValue, int comparisons) {
    Samples before = before(id);
    Samples after = after(id);
    int least = Math.min(before.forks().length, after.forks().length);
    Verdict verdict = VerdictRule.of(ratio, familyPValue, comparisons, thresholdPercent, least);
    return new ScenarioComparison(
        id,
        before.metric(),
        before.unit(),
        before.moreIsFaster(),
        before.figure(),
        after.figure(),
        figure(ratio.ratio()),
        before.forks().length,
        after.forks().length,
        ratio.pValue(),
        familyPValue,
        RankSumTest.pValue(SampleMedian.ofEach(before.forks()), SampleMedian.ofEach(after.forks())),
        100 * ratio.smallestVisible(comparisons),
        VerdictRule.provisional(verdict, least),
        verdict,
        null);
  }

  private ScenarioComparison refused(String id) {
    Samples before = before(id);
    Samples after = after(id);
    return new ScenarioComparison(
        id,
        before.metric(),
        before.unit(),
        before.moreIsFaster(),
        before.figure(),
        after.figure(),
        null,
        before.forks().length,
        after.forks().length,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        false,
        Verdict.NOT_COMPARED,
        refusal(before, after));
  }

  private static Figure figure(Interval interval) {
    return new Figure(interval.estimate(), interval.low(), interval.high());
  }

  /** Of the ratios that have an interval: one of a single fork would pass for certain. */
  private static @Nullable Figure geometricMean(Collection<MedianRatio> ratios) {
    List<Interval> known =
        ratios.stream().filter(MedianRatio::hasInterval).map(MedianRatio::ratio).toList();
    return known.isEmpty() ? null : figure(GeometricMean.of(known));
  }

  /** What the baseline has a result of and the candidate, by failure or absence, has not. */
  private List<String> lost() {
    return baseline.scenarios().keySet().stream()
        .filter(id -> before(id).problem() == null)
        .filter(
            id -> {
              Samples after = candidate.scenarios().get(id);
              return after == null || after.problem() != null;
            })
        .toList();
  }

  private String sentence(List<ScenarioComparison> scenarios, @Nullable Figure mean) {
    String counts =
        Stream.of(Verdict.values())
            .map(
                verdict -> {
                  long count = scenarios.stream().filter(s -> s.verdict() == verdict).count();
                  return count == 0 ? "" : count + " " + verdict.words();
                })
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(", "));
    String words =
        candidate.run().label()
            + " against "
            + baseline.run().label()
            + ": "
            + (scenarios.isEmpty() ? "no scenario is in both" : counts);
    if (mean == null) {
      return words + ".";
    }
    return words
        + String.format(
            Locale.ROOT,
            "; geometric mean of the speed ratios %.3f (95 %% interval %.3f to %.3f).",
            mean.median(),
            mean.low(),
            mean.high());
  }
}
