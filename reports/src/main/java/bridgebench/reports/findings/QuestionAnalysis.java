package bridgebench.reports.findings;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.BridgePath;
import bridgebench.scenarios.suite.SkippedCombination;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One question of the suite and its answer.
 *
 * @param id the question's id
 * @param ask the question as the suite asks it
 * @param path the path of its arms
 * @param metric what its headline chart shows and its comparisons compare
 * @param variedAxes the fewest axes that tell its arms apart, in the order of {@link Axis}
 * @param boundAxes the axes that differ too but follow from those, such as a mode's own batch size
 * @param commonAxes the axes whose word is the same wherever they apply
 * @param arms its arms in the suite's order
 * @param comparedAxis the axis that the question compares, or null when it compares none
 * @param baseline the word of that axis that the others are compared with, or null
 * @param comparisons every other arm against its baseline
 * @param crossovers where series cross along an axis of numbers, or that they do not
 * @param steps where time changes between neighbouring sizes more than growth explains
 * @param smallestVisiblePercent the smallest difference that all comparisons could show, in
 *     percent; NaN when nothing is compared or an arm has fewer than 2 forks
 * @param thresholdPercent the stated practical threshold
 * @param provisional whether an arm has fewer than 5 finished forks
 * @param skipped combinations of the question's axes that cannot be measured, with the reasons
 * @param findings the sentences, most important first
 */
public record QuestionAnalysis(
    String id,
    String ask,
    BridgePath path,
    Metric metric,
    List<Axis> variedAxes,
    List<Axis> boundAxes,
    Map<Axis, String> commonAxes,
    List<Arm> arms,
    @Nullable Axis comparedAxis,
    @Nullable String baseline,
    List<ComparisonResult> comparisons,
    List<Crossover> crossovers,
    List<SweepStep> steps,
    double smallestVisiblePercent,
    double thresholdPercent,
    boolean provisional,
    List<SkippedCombination> skipped,
    List<Finding> findings) {

  /** What tells an arm from the question's others: its words on the varied axes. */
  public String label(Arm arm) {
    return variedAxes.stream()
        .map(arm.scenario()::word)
        .filter(word -> word != null)
        .collect(Collectors.joining(", "));
  }
}
