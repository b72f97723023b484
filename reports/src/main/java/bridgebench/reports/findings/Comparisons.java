package bridgebench.reports.findings;

import bridgebench.reports.statistics.Holm;
import bridgebench.reports.statistics.MedianRatio;
import bridgebench.reports.statistics.RankSumTest;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.Figure;
import bridgebench.scenarios.suite.Comparison;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.ScenarioPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares a question's arms with its baseline, and refuses those that must not be. */
final class Comparisons {

  private final Question question;
  private final Comparison asked;
  private final Map<String, Measured> arms;
  private final Metric metric;
  private final List<Axis> circumstances;

  /**
   * @param arms every arm of the run by scenario id
   * @param circumstances the axes that tell the question's arms apart
   */
  Comparisons(
      Question question,
      Comparison asked,
      Map<String, Measured> arms,
      Metric metric,
      List<Axis> circumstances) {
    this.question = question;
    this.asked = asked;
    this.arms = arms;
    this.metric = metric;
    this.circumstances = circumstances;
  }

  List<ComparisonResult> all() {
    List<ScenarioPair> pairs = question.pairs();
    List<@Nullable String> reasons = new ArrayList<>();
    List<MedianRatio> ratios = new ArrayList<>();
    for (ScenarioPair pair : pairs) {
      String reason = reason(pair);
      reasons.add(reason);
      if (reason == null) {
        ratios.add(ratio(pair));
      }
    }
    double[] family = Holm.adjust(ratios.stream().mapToDouble(MedianRatio::pValue).toArray());
    int comparisons = VerdictRule.comparisons(ratios);
    List<ComparisonResult> results = new ArrayList<>();
    int place = 0;
    for (int i = 0; i < pairs.size(); i++) {
      String reason = reasons.get(i);
      if (reason == null) {
        results.add(result(pairs.get(i), ratios.get(place), family[place], comparisons));
        place++;
      } else {
        results.add(refused(pairs.get(i), reason));
      }
    }
    unpaired(pairs).forEach(results::add);
    return results;
  }

  /** Why a pair that agrees on its axes is still not compared; null when it is. */
  private @Nullable String reason(ScenarioPair pair) {
    return PairRefusal.of(measured(pair.baseline()), measured(pair.other()), metric, asked.axis());
  }

  private MedianRatio ratio(ScenarioPair pair) {
    return MedianRatio.of(
        measured(pair.baseline()).forkSpeeds(metric), measured(pair.other()).forkSpeeds(metric));
  }

  private ComparisonResult result(
      ScenarioPair pair, MedianRatio ratio, double familyPValue, int comparisons) {
    double[] baseline = measured(pair.baseline()).forkSpeeds(metric);
    double[] candidate = measured(pair.other()).forkSpeeds(metric);
    int least = Math.min(baseline.length, candidate.length);
    double threshold = question.timing().thresholdPercent();
    Verdict verdict = VerdictRule.of(ratio, familyPValue, comparisons, threshold, least);
    boolean provisional = VerdictRule.provisional(verdict, least);
    double visible = ratio.smallestVisible(comparisons);
    String sentence =
        sentence(pair)
            .of(verdict, ratio, visible, threshold, baseline.length, candidate.length, provisional);
    return new ComparisonResult(
        asked.axis(),
        pair.baseline().id(),
        pair.other().id(),
        metric,
        new Figure(ratio.ratio().estimate(), ratio.ratio().low(), ratio.ratio().high()),
        baseline.length,
        candidate.length,
        ratio.pValue(),
        familyPValue,
        RankSumTest.pValue(baseline, candidate),
        100 * visible,
        threshold,
        provisional,
        verdict,
        null,
        sentence);
  }

  /** Arms of which no baseline agrees on every other axis, with the nearest one. */
  private Stream<ComparisonResult> unpaired(List<ScenarioPair> pairs) {
    Set<String> paired = new HashSet<>();
    pairs.forEach(pair -> paired.add(pair.other().id()));
    List<Scenario> baselines = question.scenarios().stream().filter(this::isBaseline).toList();
    return question.scenarios().stream()
        .filter(scenario -> !isBaseline(scenario) && !paired.contains(scenario.id()))
        .filter(scenario -> scenario.word(asked.axis()) != null)
        .flatMap(
            scenario ->
                baselines.stream()
                    .min(Comparator.comparingInt(b -> differing(b, scenario, asked.axis()).size()))
                    .map(nearest -> new ScenarioPair(nearest, scenario))
                    .stream())
        .map(pair -> refused(pair, "they differ in " + axes(pair)));
  }

  private boolean isBaseline(Scenario scenario) {
    return asked.baseline().equals(scenario.word(asked.axis()));
  }

  private String axes(ScenarioPair pair) {
    return Wording.list(
        differing(pair.baseline(), pair.other(), asked.axis()).stream()
            .map(
                axis ->
                    axis.suiteName()
                        + " too ("
                        + pair.other().word(axis)
                        + " against "
                        + pair.baseline().word(axis)
                        + ")"));
  }

  private static List<Axis> differing(Scenario one, Scenario other, Axis compared) {
    return one.axes().keySet().stream()
        .filter(axis -> axis != compared && other.word(axis) != null)
        .filter(axis -> !Objects.equals(one.word(axis), other.word(axis)))
        .toList();
  }

  private ComparisonResult refused(ScenarioPair pair, String reason) {
    int baselineForks = measured(pair.baseline()).arm().forks().size();
    int candidateForks = measured(pair.other()).arm().forks().size();
    return new ComparisonResult(
        asked.axis(),
        pair.baseline().id(),
        pair.other().id(),
        metric,
        null,
        baselineForks,
        candidateForks,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        question.timing().thresholdPercent(),
        false,
        Verdict.NOT_COMPARED,
        reason,
        sentence(pair).refused(reason));
  }

  private ComparisonSentence sentence(ScenarioPair pair) {
    return new ComparisonSentence(
        pair.baseline(), pair.other(), asked.axis(), metric, circumstances);
  }

  private Measured measured(Scenario scenario) {
    return Objects.requireNonNull(arms.get(scenario.id()), scenario.id());
  }
}
