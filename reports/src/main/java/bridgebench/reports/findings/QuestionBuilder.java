package bridgebench.reports.findings;

import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.suite.Comparison;
import bridgebench.scenarios.suite.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers one question from the run's arms. */
final class QuestionBuilder {

  private final Question question;
  private final Map<String, Measured> all;
  private final List<Measured> arms;
  private final QuestionAxes axes;
  private final WakeUpFindings wakeUp;

  /**
   * @param all every arm of the run by scenario id
   * @param wakeUp tells what the run's machine adds to answers
   */
  QuestionBuilder(Question question, Map<String, Measured> all, WakeUpFindings wakeUp) {
    this.question = question;
    this.all = all;
    this.wakeUp = wakeUp;
    this.arms =
        question.scenarios().stream()
            .map(scenario -> Objects.requireNonNull(all.get(scenario.id()), scenario.id()))
            .toList();
    Comparison asked = question.compare();
    this.axes = QuestionAxes.of(question.scenarios(), asked == null ? null : asked.axis());
  }

  QuestionAnalysis build() {
    Comparison asked = question.compare();
    Metric metric = MetricValues.headline(question.scenarios());
    List<ComparisonResult> comparisons =
        asked == null
            ? List.of()
            : new Comparisons(question, asked, all, metric, axes.varied()).all();
    List<Crossover> crossovers =
        new Crossovers(
                arms,
                axes.varied(),
                metric,
                asked == null ? null : asked.axis(),
                asked == null ? null : asked.baseline(),
                question.timing().thresholdPercent(),
                comparisons)
            .all();
    double visible = smallestVisible(comparisons);
    boolean provisional = arms.stream().anyMatch(arm -> VerdictRule.provisional(arm.forks()));
    return new QuestionAnalysis(
        question.id(),
        question.ask(),
        path(),
        metric,
        axes.varied(),
        axes.bound(),
        axes.common(),
        arms.stream().map(Measured::arm).toList(),
        asked == null ? null : asked.axis(),
        asked == null ? null : asked.baseline(),
        comparisons,
        crossovers,
        new StallFindings(arms, axes.varied()).steps(),
        visible,
        question.timing().thresholdPercent(),
        provisional,
        question.skipped(),
        findings(metric, comparisons, crossovers, visible));
  }

  private BridgePath path() {
    return question.scenarios().isEmpty() ? BridgePath.UDF : question.scenarios().get(0).path();
  }

  private static double smallestVisible(List<ComparisonResult> comparisons) {
    double greatest = Double.NaN;
    for (ComparisonResult comparison : comparisons) {
      if (comparison.verdict() == Verdict.TOO_FEW_FORKS) {
        return Double.NaN;
      }
      if (comparison.refusal() == null) {
        double visible = comparison.smallestVisiblePercent();
        greatest = Double.isNaN(greatest) ? visible : Math.max(greatest, visible);
      }
    }
    return greatest;
  }

  private List<Finding> findings(
      Metric metric,
      List<ComparisonResult> comparisons,
      List<Crossover> crossovers,
      double smallestVisible) {
    List<Finding> findings = new ArrayList<>();
    List<Arm> plain = arms.stream().map(Measured::arm).toList();
    ArmFindings ofArms = new ArmFindings(plain, this::name);
    findings.addAll(ofArms.failures());
    findings.addAll(new StallFindings(arms, axes.varied()).all());
    findings.addAll(new ComparisonFindings(comparisons, all).all());
    crossovers.stream().map(QuestionBuilder::finding).forEach(findings::add);
    findings.addAll(new DriverFindings(arms, axes.varied()).all());
    plain.stream()
        .flatMap(arm -> OpenLoop.overload(arm, name(arm)).stream())
        .forEach(findings::add);
    List<Arm> timely = plain.stream().filter(Arm::keepsUpWithItsRate).toList();
    findings.addAll(new LatencyFindings(timely, this::name).all());
    wakeUp.in(arms, this::name).ifPresent(findings::add);
    BestArm ranking =
        new BestArm(
            arms, axes.differing(), metric, question.timing().thresholdPercent(), comparisons);
    ranking
        .find()
        .ifPresent(
            best -> {
              findings.add(ranking.finding(best, this::name));
              bottleneck(best.arm()).ifPresent(findings::add);
            });
    findings.addAll(ofArms.checksums());
    if (!Double.isNaN(smallestVisible)) {
      findings.add(visibleFinding(smallestVisible, comparisons));
    }
    Stream.of(ofArms.groups(), ofArms.warmups()).forEach(findings::addAll);
    return findings;
  }

  /** Nothing holds up an arm whose clock sets its pace. */
  private Optional<Finding> bottleneck(Arm arm) {
    return OpenLoop.hasRate(arm.scenario()) ? Optional.empty() : Bottleneck.of(arm, name(arm));
  }

  private String name(Arm arm) {
    String words = Wording.name(arm.scenario(), axes.varied());
    return words.isEmpty() ? arm.id() : words;
  }

  private static Finding finding(Crossover crossover) {
    List<String> ids = new ArrayList<>(crossover.firstIds());
    ids.addAll(crossover.secondIds());
    Map<String, Double> evidence =
        crossover.at() == null
            ? Map.of("rangeLow", crossover.rangeLow(), "rangeHigh", crossover.rangeHigh())
            : Map.of(
                "at", crossover.at().median(),
                "low", crossover.at().low(),
                "high", crossover.at().high());
    return new Finding(
        FindingKind.CROSSOVER, crossover.sentence(), ids, evidence, crossover.provisional());
  }

  private Finding visibleFinding(double percent, List<ComparisonResult> comparisons) {
    double threshold = question.timing().thresholdPercent();
    String meaning =
        percent <= threshold
            ? ", which is less than the " + Wording.percent(threshold) + " that would matter."
            : "; below that this question has no answer, and "
                + Wording.percent(threshold)
                + " would matter.";
    return new Finding(
        FindingKind.SMALLEST_VISIBLE,
        "The forks of every comparison here reliably (4 times in 5) show differences from "
            + Wording.difference(percent)
            + " on"
            + meaning,
        comparisons.stream().map(ComparisonResult::candidateId).toList(),
        Map.of("percent", percent, "threshold", threshold));
  }
}
